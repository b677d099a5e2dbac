package dev.skillladder.catalog.draft;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.skillladder.contract.catalog.FrameworkDocument;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that curators edit; it may be invalid until it is published.
 *
 * @param basedOn the version it was copied from; null if it started from a document
 * @param revision 1, 2, 3 …; the ETag
 * @param updatedBy person of the token that changed it last
 * @param document canonical JSON
 */
public record Draft(
        UUID id,
        String framework,
        @Nullable Integer basedOn,
        long revision,
        Instant updatedAt,
        String updatedBy,

        @JsonRawValue @Schema(implementation = FrameworkDocument.class)
        String document) {}
