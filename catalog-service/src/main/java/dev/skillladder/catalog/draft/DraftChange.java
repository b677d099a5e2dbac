package dev.skillladder.catalog.draft;

import java.time.Instant;

/**
 * Who changed a draft when.
 *
 * @param revision the draft's revision since then
 * @param by person of the token
 */
record DraftChange(long revision, Kind change, Instant at, String by) {

    /** What happened to the draft. */
    enum Kind {
        /** It began. */
        CREATED,
        /** Its document was replaced. */
        REPLACED,
        /** It was thrown away; only this history is left. */
        DELETED
    }
}
