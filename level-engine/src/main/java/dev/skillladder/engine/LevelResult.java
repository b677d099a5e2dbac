package dev.skillladder.engine;

import dev.skillladder.contract.assessment.LevelComputed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stands on the ladder of a role on a day.
 *
 * @param levels all levels of the ladder, lowest first
 * @param verified highest level the estimates support, null for none
 * @param possible highest level the estimates do not rule out, null for none
 * @param confirmed as given, null for none or for a level this ladder does not have
 * @param pLow P_low of {@code verified}, null without one
 * @param pHigh P_high of {@code confirmed}, null without one
 * @param changesOn first day after {@code asOf} on which age or an expiry changes a status, null for never
 * @param recomputeOn first day on which the result may differ in a status or in {@code state}, null for never; never after
 *     {@code changesOn}, earlier when a probability close to its threshold ages. Recompute then.
 */
public record LevelResult(
        String role,
        LocalDate asOf,
        List<LevelOutcome> levels,
        @Nullable String verified,
        @Nullable String possible,
        @Nullable String confirmed,
        LevelComputed.State state,
        @Nullable Double pLow,
        @Nullable Double pHigh,
        @Nullable LocalDate changesOn,
        @Nullable LocalDate recomputeOn) {

    public LevelResult {
        levels = List.copyOf(levels);
    }

    /** The same about somebody whom only people judge: whatever it would suggest, it leaves to them. */
    public LevelResult leftToPeople() {
        var left = switch (state) {
            case PROPOSE, LIKELY, REVIEW -> LevelComputed.State.HUMAN_REVIEW;
            case EVIDENCE_DUE, UNRATED, CONFIRMED, HUMAN_REVIEW -> state;
        };
        return new LevelResult(
                role, asOf, levels, verified, possible, confirmed, left, pLow, pHigh, changesOn, recomputeOn);
    }

    /**
     * One level of the ladder.
     *
     * @param verified its rule and that of every lower level holds with what is known
     * @param possible the same with everything unknown counted as met
     * @param pLow probability of this level's own rule, unknown skills counted as not met
     * @param pHigh the same, unknown skills counted as met
     * @param importance of all requirements together, exempt skills left out
     * @param needed importance that must be met
     * @param met importance that is met
     * @param unknown importance that is unknown
     * @param requirements by skill, exempt skills left out
     */
    public record LevelOutcome(
            String level,
            boolean verified,
            boolean possible,
            double pLow,
            double pHigh,
            int importance,
            int needed,
            int met,
            int unknown,
            List<RequirementOutcome> requirements) {

        public LevelOutcome {
            requirements = List.copyOf(requirements);
        }
    }

    /**
     * One requirement.
     *
     * @param p probability that the person meets it, null if nothing at all is known
     */
    public record RequirementOutcome(
            Requirement requirement,
            Status status,
            @Nullable Double p) {}
}
