package dev.skillladder.engine.declarative;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a rule's reasoning.
 *
 * @param of the skill, group or level it is about
 * @param track the track it decides for; null for what all tracks share, as is {@code level}
 * @param rating how the skill was read; null unless {@code part} is SKILL or a condition on a skill
 * @param how reducer or roll-up
 * @param read what the reducer gave, before it was mapped; null if too little is known, or for other parts
 * @param low at least; null if it fails or is absent
 * @param high at most; null if it fails or is absent
 * @param threshold what it was compared with, null if with nothing; {@code above}: only more than that is enough
 */
public record RuleLine(
        Part part,
        String of,
        @Nullable String track,
        @Nullable String level,
        @Nullable String rating,
        String how,
        List<Input> inputs,
        @Nullable BigDecimal read,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable BigDecimal threshold,
        boolean above,
        Verdict verdict) {

    public RuleLine {
        inputs = List.copyOf(inputs);
    }

    /** What a step does. */
    public enum Part {
        /** Reads a skill. */
        SKILL,
        /** Rolls members up. */
        GROUP,
        /** Compares a group or a skill with what is asked. */
        CONDITION,
        /** Compares the score with a level's threshold. */
        SCORE,
        /** Caps the level. */
        VETO,
        /** Decides a level. */
        LEVEL
    }

    /** How a step turned out. */
    public enum Verdict {
        HOLDS,
        FAILS,
        /** Not for what is known, but what is unknown could make it hold. */
        UNKNOWN,
        /** A number that nothing was asked of here. */
        VALUE,
        /** Nothing in it counts for this person. */
        ABSENT
    }

    /**
     * What went in: for a skill one entry per kind with the mean of its voices, otherwise one per member.
     *
     * @param count voices of the kind; 1 for a member
     */
    public record Input(
            String of,
            int count,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal weight) {}
}
