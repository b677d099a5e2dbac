package dev.skillladder.contract.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The newest computed level of one engineer. Topic {@code assessment.levels}, key {@code engineer}, compacted.
 *
 * @param asOf UTC day it is computed for
 * @param verified highest level that what is known supports, null for none
 * @param possible highest level that what is known does not rule out, null for none
 * @param confirmed level a named person decided, null for none yet
 * @param pLow probability of {@code verified} with unknown skills counted as not met; null without a verified level
 * @param pHigh probability of {@code confirmed} with unknown skills counted as met; null without a confirmed level
 * @param computedAt when
 */
public record LevelComputed(
        UUID engineer,
        String framework,
        int frameworkVersion,
        String role,
        LocalDate asOf,
        @Nullable String verified,
        @Nullable String possible,
        @Nullable String confirmed,
        State state,
        @Nullable Double pLow,
        @Nullable Double pHigh,
        Instant computedAt) {

    public static final String TYPE = "dev.skillladder.assessment.level-computed.v1";

    /** What the system says about verified, possible and confirmed level; only people confirm. */
    public enum State {
        /** Verified above confirmed and clearly so: propose it to a person. */
        PROPOSE,
        /** Verified above confirmed, not yet clear: says which one review would help most. */
        LIKELY,
        /** Even what is possible lies clearly below what is confirmed: talk about it. */
        REVIEW,
        /** Confirmed is possible but no longer verified: evidence is due, no judgement. */
        EVIDENCE_DUE,
        /** Nothing confirmed and nothing verified. */
        UNRATED,
        /** What is known agrees with what is confirmed. */
        CONFIRMED,
        /** Only people judge this person: verified and confirmed differ, a person decides, the system proposes nothing. */
        HUMAN_REVIEW
    }
}
