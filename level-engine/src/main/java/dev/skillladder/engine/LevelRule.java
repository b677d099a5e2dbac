package dev.skillladder.engine;

import dev.skillladder.contract.assessment.LevelComputed.State;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import dev.skillladder.engine.declarative.OwnRule.Reasoning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From estimates to a level: section 5 of docs/levels.md, or the framework's own rule. */
public final class LevelRule {

    private static final int NONE = -1;

    private LevelRule() {}

    /**
     * The level on that day.
     *
     * @param estimates by skill; skills the role does not ask for are not looked at
     * @param observations by skill; only looked at if the rules read them
     * @param knownAt as for the estimates: only what was recorded up to then counts; null for everything
     * @param exempt skills that leave the rule for this person
     * @param confirmed level a named person decided, null for none; one that the ladder does not have counts as none
     * @throws IllegalArgumentException if the rules have no such role
     */
    public static LevelResult level(
            Rules rules,
            String role,
            Map<String, Estimate> estimates,
            Map<String, List<Observation>> observations,
            LocalDate asOf,
            @Nullable Instant knownAt,
            Set<String> exempt,
            @Nullable String confirmed) {
        var own = rules.own();
        return own == null
                ? levelsOne(rules, role, estimates, asOf, exempt, confirmed)
                : new DeclarativeLevel(rules, own, role, observations, knownAt, exempt).level(asOf, confirmed);
    }

    /** Every step of the framework's own rule on that day, null for LEVELS-1, whose lines are its requirements. */
    public static @Nullable Reasoning explain(
            Rules rules,
            String role,
            Map<String, List<Observation>> observations,
            LocalDate asOf,
            @Nullable Instant knownAt,
            Set<String> exempt) {
        var own = rules.own();
        return own == null ? null : new DeclarativeLevel(rules, own, role, observations, knownAt, exempt).explain(asOf);
    }

    private static LevelResult levelsOne(
            Rules rules,
            String role,
            Map<String, Estimate> estimates,
            LocalDate asOf,
            Set<String> exempt,
            @Nullable String confirmed) {
        var readings = readings(rules, role, estimates, asOf, exempt);
        var levels = new ArrayList<LevelCheck>();
        for (var level : rules.levels(role)) {
            levels.add(LevelCheck.of(rules, level, readings, exempt, levels.isEmpty() ? null : levels.getLast()));
        }
        var verified = NONE;
        var possible = NONE;
        var agreed = NONE;
        for (var rank = 0; rank < levels.size(); rank++) {
            verified = levels.get(rank).verified() ? rank : verified;
            possible = levels.get(rank).possible() ? rank : possible;
            agreed = levels.get(rank).level().equals(confirmed) ? rank : agreed;
        }
        var pLow = verified == NONE ? null : (Double) levels.get(verified).p().low();
        var pHigh = agreed == NONE ? null : (Double) levels.get(agreed).p().high();
        var state = state(rules, verified, possible, agreed, pLow, pHigh);
        var changesOn = NextChange.ofStatus(readings.values(), asOf);
        var outcomes = new ArrayList<LevelOutcome>(levels.size());
        levels.forEach(level -> outcomes.add(level.outcome()));
        return new LevelResult(
                role,
                asOf,
                outcomes,
                name(levels, verified),
                name(levels, possible),
                name(levels, agreed),
                state,
                pLow,
                pHigh,
                changesOn,
                recomputeOn(rules, levels, verified, possible, agreed, asOf, changesOn));
    }

    private static Map<String, Reading> readings(
            Rules rules, String role, Map<String, Estimate> estimates, LocalDate asOf, Set<String> exempt) {
        var readings = new HashMap<String, Reading>();
        for (var level : rules.levels(role)) {
            for (var requirement : level.requirements()) {
                var estimate = estimates.get(requirement.skill());
                if (estimate != null && !exempt.contains(requirement.skill())) {
                    readings.computeIfAbsent(requirement.skill(), skill -> Reading.of(rules, estimate, asOf));
                }
            }
        }
        return readings;
    }

    /** The table of section 5, from top to bottom; no level at all ranks below the lowest. */
    static State state(
            Rules rules, int verified, int possible, int confirmed, @Nullable Double pLow, @Nullable Double pHigh) {
        if (pLow != null && verified > confirmed) {
            return pLow >= rules.parameters().propose() ? State.PROPOSE : State.LIKELY;
        }
        if (pHigh != null && possible < confirmed && pHigh <= rules.parameters().review()) {
            return State.REVIEW;
        }
        if (possible >= confirmed && confirmed > verified) {
            return State.EVIDENCE_DUE;
        }
        return confirmed == NONE && verified == NONE ? State.UNRATED : State.CONFIRMED;
    }

    private static @Nullable String name(List<LevelCheck> levels, int rank) {
        return rank == NONE ? null : levels.get(rank).level();
    }

    /** Between two changes of a status only a probability that decides the state can change it. */
    private static @Nullable LocalDate recomputeOn(
            Rules rules,
            List<LevelCheck> levels,
            int verified,
            int possible,
            int confirmed,
            LocalDate asOf,
            @Nullable LocalDate changesOn) {
        @Nullable LocalDate crossing = null;
        if (verified > confirmed) {
            var level = levels.get(verified);
            crossing = NextChange.ofProbability(
                    level, level.p().low(), rules.parameters().propose(), asOf, changesOn);
        } else if (possible < confirmed) {
            var level = levels.get(confirmed);
            crossing = NextChange.ofProbability(
                    level, level.p().high(), rules.parameters().review(), asOf, changesOn);
        }
        return crossing == null ? changesOn : crossing;
    }
}
