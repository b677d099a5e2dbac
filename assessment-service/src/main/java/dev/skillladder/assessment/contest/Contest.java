package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An engineer's objection to one line of the explanation of their own level.
 *
 * @param assignedTo the second person who decides, null for HR
 * @param dueOn last day to decide
 * @param overdue open after {@code dueOn}
 * @param ended null while open
 */
public record Contest(
        UUID id,
        UUID engineer,
        String framework,
        int frameworkVersion,
        String role,
        LocalDate asOf,
        Line line,
        String reason,
        @Nullable UUID assignedTo,
        LocalDate dueOn,
        boolean overdue,
        Instant openedAt,
        @Nullable End ended) {

    /**
     * Which line.
     *
     * @param level the requirement of this level; null for the skill as a whole or an input
     * @param inputKind an input of this kind; null for the skill as a whole or a requirement
     * @param inputSource the rater or item, null if the kind says enough; peers are never named
     */
    public record Line(
            String skill,
            @Nullable String level,
            @Nullable Kind inputKind,
            @Nullable String inputSource) {}

    /** How it ended. */
    public record End(
            Outcome outcome,
            @Nullable Consequence consequence,
            @Nullable String reason,
            String endedBy,
            Instant endedAt) {}

    /** What came out. */
    public enum Outcome {
        /** The engineer is right; a consequence follows. */
        UPHELD,
        /** The line stays as it is. */
        DISMISSED,
        /** The engineer took it back. */
        WITHDRAWN
    }

    /** What follows from an upheld contest; whoever has to do it does it by its own call. */
    public enum Consequence {
        /** The rater corrects what they said. */
        CORRECTION,
        /** The skill is reviewed anew. */
        NEW_REVIEW,
        /** The skill is waived for a time. */
        EXEMPTION,
        /** The level is decided anew. */
        NEW_DECISION
    }

    Contest endedBy(End end) {
        return new Contest(
                id,
                engineer,
                framework,
                frameworkVersion,
                role,
                asOf,
                line,
                reason,
                assignedTo,
                dueOn,
                false,
                openedAt,
                end);
    }

    Contest openedWith(SubjectKey key) {
        return new Contest(
                id,
                engineer,
                framework,
                frameworkVersion,
                role,
                asOf,
                line,
                key.open(reason),
                assignedTo,
                dueOn,
                overdue,
                openedAt,
                ended == null
                        ? null
                        : new End(
                                ended.outcome(),
                                ended.consequence(),
                                key.openIfAny(ended.reason()),
                                ended.endedBy(),
                                ended.endedAt()));
    }
}
