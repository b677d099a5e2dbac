package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.declarative.RuleLine.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An engineer's objection to one line of the explanation of their own level.
 *
 * @param skillsNow what the line's skill is in the framework's newest version: itself, or what it was split, merged or
 *     replaced into; empty if no skill is contested
 * @param assignedTo the second person who decides, null for HR
 * @param dueOn last day to decide
 * @param overdue open after {@code dueOn}
 * @param reassignments to other second persons, oldest first
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
        List<String> skillsNow,
        String reason,
        @Nullable UUID assignedTo,
        LocalDate dueOn,
        boolean overdue,
        Instant openedAt,
        List<Reassignment> reassignments,
        @Nullable End ended) {

    /**
     * Which line.
     *
     * @param skill null for a step of a framework's own rule that reads no skill
     * @param level the requirement, or the step, of this level; null for the skill as a whole, an input or any level
     * @param inputKind an input of this kind; null for the skill as a whole or a requirement
     * @param inputSource the rater or item, null if the kind says enough; peers are never named
     */
    public record Line(
            @Nullable String skill,
            @Nullable String level,
            @Nullable Kind inputKind,
            @Nullable String inputSource,
            @Nullable Step step) {

        /** The same about a skill as a later version calls it. */
        Line about(String other) {
            return new Line(other, level, inputKind, inputSource, step);
        }
    }

    /**
     * A step of a framework's own rule, as the explanation's {@code ruleLines} name it.
     *
     * @param of skill, group or level
     * @param track null for what tracks share
     */
    public record Step(Part part, String of, @Nullable String track) {}

    /**
     * Who it went on to.
     *
     * @param dueOn last day to decide from then on
     */
    public record Reassignment(UUID assignedTo, LocalDate dueOn, String reason, String assignedBy, Instant assignedAt) {

        Reassignment openedWith(SubjectKey key) {
            return new Reassignment(assignedTo, dueOn, key.open(reason), assignedBy, assignedAt);
        }
    }

    /** How it ended. */
    public record End(
            Outcome outcome,
            @Nullable Consequence consequence,
            @Nullable String reason,
            String endedBy,
            Instant endedAt) {

        End openedWith(SubjectKey key) {
            return new End(outcome, consequence, key.openIfAny(reason), endedBy, endedAt);
        }
    }

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

    Contest goingTo(UUID person) {
        return new Contest(
                id,
                engineer,
                framework,
                frameworkVersion,
                role,
                asOf,
                line,
                skillsNow,
                reason,
                person,
                dueOn,
                overdue,
                openedAt,
                reassignments,
                ended);
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
                skillsNow,
                reason,
                assignedTo,
                dueOn,
                false,
                openedAt,
                reassignments,
                end);
    }

    /** With the texts readable, and with what is kept elsewhere. */
    Contest complete(SubjectKey key, List<String> now, List<Reassignment> sealed) {
        return new Contest(
                id,
                engineer,
                framework,
                frameworkVersion,
                role,
                asOf,
                line,
                now,
                key.open(reason),
                assignedTo,
                dueOn,
                overdue,
                openedAt,
                sealed.stream().map(one -> one.openedWith(key)).toList(),
                ended == null ? null : ended.openedWith(key));
    }
}
