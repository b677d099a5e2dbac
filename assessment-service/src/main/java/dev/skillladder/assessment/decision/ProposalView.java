package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.contest.Contest;
import dev.skillladder.assessment.exemption.Exemption;
import dev.skillladder.assessment.explanation.Explanation;
import dev.skillladder.assessment.level.ConfirmedLevel;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.LevelComputed.State;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a person should have looked at who decides a level. It names no outcome and suggests no reason.
 *
 * @param name null once the person's data was erased
 * @param proposed level the system proposes, null for none
 * @param frozen a contest is open: nothing can be decided
 * @param humanReviewOnly nothing is proposed, and who confirms has to have reviewed every skill themselves
 * @param levels of the ladder, lowest first, with their rule lines
 * @param weighMost the inputs with the largest part in the levels, largest first
 * @param disagreements skills about which voices differ
 * @param secondReviewer the review that would add most certainty, null if none would
 * @param lastDecision about this role, null for none
 */
record ProposalView(
        UUID engineer,
        @Nullable Text name,
        String framework,
        int frameworkVersion,
        String role,
        LocalDate asOf,
        State state,
        @Nullable String proposed,
        @Nullable String verified,
        @Nullable String possible,
        @Nullable ConfirmedLevel confirmed,
        @Nullable Double pLow,
        @Nullable Double pHigh,
        boolean frozen,
        boolean humanReviewOnly,
        List<Rung> levels,
        List<WeighedInput> weighMost,
        List<Disagreement> disagreements,
        Explanation.@Nullable LevelReview secondReviewer,
        List<Contest> contests,
        List<Exemption> exemptions,
        @Nullable Decision lastDecision,
        Explanation explanation) {

    /** One level with the rule lines that hold, and those that do not or are unknown. */
    record Rung(
            String level,
            Text name,
            boolean verified,
            boolean possible,
            double pLow,
            double pHigh,
            int importance,
            int needed,
            List<RuleLine> met,
            List<RuleLine> unmet) {}

    /** A requirement of a level. */
    record RuleLine(String skill, Text name, Explanation.RequirementLine requirement) {}

    /**
     * What somebody said or something showed.
     *
     * @param source as in the explanation: null where the reader may not know it
     * @param share of its skill's weight
     * @param influence {@code share}, times the importance of the skill among all of its level, 0 to 1
     */
    record WeighedInput(
            String skill,
            Kind kind,
            @Nullable String source,
            @Nullable Text name,
            int count,
            double value,
            double share,
            double influence) {}

    /**
     * Voices about a skill that differ.
     *
     * @param spread S, above 1 if the differences lower the certainty
     * @param contradiction recent voices lie two or more apart
     * @param lowest of the inputs shown; {@code highest} likewise
     */
    record Disagreement(String skill, Text name, double spread, boolean contradiction, double lowest, double highest) {}
}
