package dev.skillladder.assessment.impact;

import dev.skillladder.engine.declarative.RuleLine.Part;
import org.jspecify.annotations.Nullable;

/**
 * The line of the rule that makes the difference.
 *
 * @param level whose rule turns, null if it is not about one
 * @param skill of the line, null if it is not about one
 * @param line of a company's own rule, null for LEVELS-1 or if no single line turned
 */
record Cause(
        What what,
        @Nullable String level,
        @Nullable String skill,
        @Nullable Line line) {

    Cause(What what, @Nullable String level, @Nullable String skill) {
        this(what, level, skill, null);
    }

    /**
     * A line of a company's own rule: a condition, a score or a veto.
     *
     * @param of the group or skill it looks at; the level a veto caps at
     * @param track that it decides for
     */
    record Line(Part part, String of, @Nullable String track) {}

    /** What is different. */
    enum What {
        /** The draft asks for a skill that was not asked for. */
        LINE_ADDED,
        /** The draft no longer asks for the skill. */
        LINE_REMOVED,
        /** The draft asks for more of the skill. */
        ASKS_MORE,
        /** The draft asks for less of the skill. */
        ASKS_LESS,
        /** The line became or ceased to be a must-have. */
        MUST_HAVE,
        /** The line weighs more or less. */
        IMPORTANCE,
        /** The draft sees the same observations otherwise: by its parameters, or because skills were mapped. */
        ESTIMATE,
        /** Not one line, but how lines come together. */
        RULE,
        /** The ladder has the level only before or only in the draft. */
        LADDER,
        /** The draft has no such role. */
        ROLE_REMOVED
    }
}
