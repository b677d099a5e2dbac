package dev.skillladder.assessment.inbox;

import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told.
 *
 * @param language of mail; the inbox has both
 * @param mail whether mail is sent at all
 */
record Preference(@Nullable Language language, @Nullable Boolean mail) {

    /** Of who has not said anything. */
    static final Preference USUAL = new Preference(Language.BOTH, true);

    /** Of a mail. */
    enum Language {
        /** Chinese. */
        ZH,
        /** English. */
        EN,
        /** Both, one after the other. */
        BOTH
    }
}
