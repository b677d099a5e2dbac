package dev.skillladder.catalog.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a framework.
 *
 * @param draft what it happened to, or what was published
 * @param revision the draft's since then
 * @param version that was published
 * @param reason the person gave
 * @param by person of the token
 */
public record Entry(
        String framework,
        Happening what,
        @Nullable UUID draft,
        @Nullable Long revision,
        @Nullable Integer version,
        @Nullable String reason,
        Instant at,
        String by) {

    /** Something that happened to a draft. */
    public static Entry ofDraft(String framework, Happening what, UUID draft, long revision, Instant at, String by) {
        return new Entry(framework, what, draft, revision, null, null, at, by);
    }
}
