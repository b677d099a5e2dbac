package dev.skillladder.catalog.draft;

import dev.skillladder.catalog.history.Entry;
import dev.skillladder.catalog.history.Happening;
import java.time.Instant;
import java.util.Objects;

/**
 * Who changed a draft when.
 *
 * @param revision the draft's revision since then
 * @param by person of the token
 */
record DraftChange(long revision, Happening change, Instant at, String by) {

    static DraftChange of(Entry entry) {
        return new DraftChange(Objects.requireNonNullElse(entry.revision(), 0L), entry.what(), entry.at(), entry.by());
    }
}
