package dev.skillladder.engine;

import dev.skillladder.engine.LevelResult.LevelOutcome;
import dev.skillladder.engine.LevelResult.RequirementOutcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rule of one level applied to what is known about a person's skills. */
final class LevelCheck {

    private final String level;
    private final List<Requirement> requirements;
    private final List<@Nullable Reading> readings;
    private final List<RequirementOutcome> outcomes;
    private final boolean verified;
    private final boolean possible;
    private final RuleProbability p;
    private final int importance;
    private final int needed;
    private final int met;
    private final int unknown;

    private LevelCheck(
            Rules rules,
            String level,
            List<Requirement> requirements,
            Map<String, Reading> known,
            @Nullable LevelCheck lower) {
        this.level = level;
        this.requirements = requirements;
        this.readings = new ArrayList<>(requirements.size());
        this.outcomes = new ArrayList<>(requirements.size());
        var z = new double[requirements.size()];
        var sumMet = 0;
        var sumNotMet = 0;
        var sumUnknown = 0;
        var mustsMet = true;
        var mustsPossible = true;
        for (var i = 0; i < z.length; i++) {
            var requirement = requirements.get(i);
            var reading = known.get(requirement.skill());
            var status = reading == null ? Status.UNKNOWN : reading.status(requirement.proficiency());
            z[i] = reading == null || status == Status.UNKNOWN ? Double.NaN : reading.z(requirement.proficiency());
            readings.add(status == Status.UNKNOWN ? null : reading);
            outcomes.add(new RequirementOutcome(
                    requirement, status, Double.isNaN(z[i]) ? null : (Double) Normal.cumulative(z[i])));
            switch (status) {
                case MET -> sumMet += requirement.importance();
                case NOT_MET -> sumNotMet += requirement.importance();
                case UNKNOWN -> sumUnknown += requirement.importance();
            }
            mustsMet &= !requirement.mustHave() || status == Status.MET;
            mustsPossible &= !requirement.mustHave() || status != Status.NOT_MET;
        }
        this.met = sumMet;
        this.unknown = sumUnknown;
        this.importance = sumMet + sumNotMet + sumUnknown;
        this.needed = needed(rules.parameters().coverage(), importance);
        this.verified = mustsMet && met >= needed && (lower == null || lower.verified);
        this.possible = mustsPossible && met + unknown >= needed && (lower == null || lower.possible);
        this.p = RuleProbability.of(
                requirements, z, importance - needed, rules.parameters().correlation());
    }

    static LevelCheck of(
            Rules rules,
            Rules.LevelRequirements level,
            Map<String, Reading> readings,
            Set<String> exempt,
            @Nullable LevelCheck lower) {
        var requirements = exempt.isEmpty()
                ? level.requirements()
                : level.requirements().stream()
                        .filter(requirement -> !exempt.contains(requirement.skill()))
                        .toList();
        return new LevelCheck(rules, level.level(), requirements, readings, lower);
    }

    String level() {
        return level;
    }

    boolean verified() {
        return verified;
    }

    boolean possible() {
        return possible;
    }

    RuleProbability p() {
        return p;
    }

    List<Requirement> requirements() {
        return requirements;
    }

    /** By requirement; null while it is UNKNOWN. */
    List<@Nullable Reading> readings() {
        return readings;
    }

    LevelOutcome outcome() {
        return new LevelOutcome(
                level, verified, possible, p.low(), p.high(), importance, needed, met, unknown, outcomes);
    }

    /** Least whole importance that reaches the share, compared as an exact decimal. */
    private static int needed(BigDecimal coverage, int importance) {
        return coverage.multiply(BigDecimal.valueOf(importance))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }
}
