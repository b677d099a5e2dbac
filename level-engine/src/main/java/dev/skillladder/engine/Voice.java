package dev.skillladder.engine;

/**
 * One observation and what became of it in an estimate.
 *
 * @param weight w at the estimate's newest day; 0 unless active
 * @param share of the active weight, 0 to 1
 */
public record Voice(Observation observation, Fate fate, double weight, double share) {

    /** Whether an observation counts, and if not, why not. */
    public enum Fate {
        /** It counts. */
        ACTIVE,
        /** Evidence below the estimate: it supports what is known already and never lowers it. */
        BELOW_ESTIMATE,
        /** Better or newer evidence has used up what evidence may weigh together. */
        CAP_USED_UP,
        /** The same source said something newer, or corrected this. */
        REPLACED,
        /** The source took it back. */
        RETRACTED,
        /** Evidence past its last day. */
        EXPIRED,
        /** A peer who reviewed as a manager later. */
        ENDED
    }
}
