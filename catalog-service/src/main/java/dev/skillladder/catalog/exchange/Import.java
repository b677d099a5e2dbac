package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.exchange.ImportRow.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as it would change a framework.
 *
 * @param base what it was compared with
 * @param expiresAt when it is forgotten, a week after it was sent
 * @param appliedTo the draft it was applied to, or that held the same already
 */
record Import(
        UUID id,
        String framework,
        String format,
        String file,
        Base base,
        Counts counts,
        Instant createdAt,
        String createdBy,
        Instant expiresAt,
        @Nullable UUID appliedTo) {

    /**
     * A draft in one revision, or a published version, or nothing if the framework has none.
     *
     * @param draft with its revision, or both null
     */
    record Base(
            @Nullable UUID draft,
            @Nullable Long revision,
            @Nullable Integer version) {}

    /** How many elements become what. */
    record Counts(int added, int changed, int unchanged, int removed, int refused) {

        static Counts of(List<ImportRow> rows) {
            return new Counts(
                    count(rows, Outcome.ADDED),
                    count(rows, Outcome.CHANGED),
                    count(rows, Outcome.UNCHANGED),
                    count(rows, Outcome.REMOVED),
                    count(rows, Outcome.REFUSED));
        }

        private static int count(List<ImportRow> rows, Outcome outcome) {
            return (int) rows.stream().filter(row -> row.outcome() == outcome).count();
        }
    }
}
