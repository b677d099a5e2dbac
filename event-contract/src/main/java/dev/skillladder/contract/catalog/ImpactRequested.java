package dev.skillladder.contract.catalog;

import java.time.Instant;
import java.util.UUID;

/**
 * A curator wants to know what a draft would do to everybody. Topic {@code catalog.impact-requests}, key {@code run}. A newer
 * run of the same draft takes the place of older ones.
 *
 * @param draftRevision the draft as it was then; later edits are not part of the run
 * @param version number the draft would get, one above the newest published version
 * @param document the draft
 */
public record ImpactRequested(
        UUID run,
        String framework,
        UUID draft,
        long draftRevision,
        int version,
        Instant requestedAt,
        FrameworkDocument document) {

    public static final String TYPE = "dev.skillladder.catalog.impact-requested.v1";
}
