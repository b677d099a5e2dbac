package dev.skillladder.engine;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.Rules.LevelRequirements;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one review that would make a result surest, if it agreed with what is known: the manager again, or one more peer.
 *
 * @param kind MANAGER or PEER
 * @param probability of the requirement, or P_low of the level, after that review
 */
public record NextReview(String skill, Kind kind, double probability) {

    private static final List<Kind> KINDS = List.of(Kind.MANAGER, Kind.PEER);

    /** For one requirement; null if no review would tell more. */
    public static @Nullable NextReview of(
            Rules rules, Requirement requirement, List<Observation> known, LocalDate asOf, @Nullable Instant knownAt) {
        var skill = requirement.skill();
        var proficiency = requirement.proficiency();
        var estimate = Estimator.estimate(rules, skill, known, asOf, knownAt);
        var best = estimate == null ? 0 : precision(Reading.of(rules, estimate, asOf));
        @Nullable NextReview answer = null;
        for (var kind : KINDS) {
            var after = after(rules, requirement, kind, known, estimate, asOf, knownAt);
            if (after == null) {
                continue;
            }
            var reading = Reading.of(rules, after, asOf);
            var p = reading.probability(proficiency);
            if (p != null && precision(reading) > best + Weighing.TOLERANCE) {
                best = precision(reading);
                answer = new NextReview(skill, kind, p);
            }
        }
        return answer;
    }

    /** For a level of a role; null if no single review would raise its P_low. */
    public static @Nullable NextReview of(
            Rules rules,
            String role,
            String level,
            Map<String, List<Observation>> known,
            Map<String, Estimate> estimates,
            LocalDate asOf,
            @Nullable Instant knownAt,
            Set<String> exempt) {
        if (rules.readsObservations()) {
            return ofOwnRule(rules, role, level, known, estimates, asOf, knownAt, exempt);
        }
        var asked = requirements(rules, role, level);
        var readings = new HashMap<String, Reading>();
        estimates.forEach((skill, estimate) -> readings.put(skill, Reading.of(rules, estimate, asOf)));
        var best = pLow(rules, asked, readings, exempt) + Weighing.TOLERANCE;
        @Nullable NextReview answer = null;
        for (var requirement : asked.requirements()) {
            var skill = requirement.skill();
            for (var kind : exempt.contains(skill) ? List.<Kind>of() : KINDS) {
                var seen = known.getOrDefault(skill, List.of());
                var after = after(rules, requirement, kind, seen, estimates.get(skill), asOf, knownAt);
                if (after != null) {
                    var changed = new HashMap<>(readings);
                    changed.put(skill, Reading.of(rules, after, asOf));
                    var p = pLow(rules, asked, changed, exempt);
                    if (p > best) {
                        best = p;
                        answer = new NextReview(skill, kind, p);
                    }
                }
            }
        }
        return answer;
    }

    /** The first skill and kind whose one review verifies the level; a rule of its own has no probabilities between. */
    private static @Nullable NextReview ofOwnRule(
            Rules rules,
            String role,
            String level,
            Map<String, List<Observation>> known,
            Map<String, Estimate> estimates,
            LocalDate asOf,
            @Nullable Instant knownAt,
            Set<String> exempt) {
        if (verifies(rules, role, level, known, asOf, knownAt, exempt)) {
            return null;
        }
        for (var skill : rules.skills(role)) {
            for (var kind : exempt.contains(skill) ? List.<Kind>of() : KINDS) {
                var seen = known.getOrDefault(skill, List.of());
                var source = kind == Kind.MANAGER ? newestManager(rules, skill, seen, asOf, knownAt) : "one more peer";
                var more = new ArrayList<>(seen);
                more.add(review(kind, source, onScale(rules, estimates.get(skill)), asOf, knownAt));
                var changed = new HashMap<>(known);
                changed.put(skill, more);
                if (verifies(rules, role, level, changed, asOf, knownAt, exempt)) {
                    return new NextReview(skill, kind, 1);
                }
            }
        }
        return null;
    }

    private static boolean verifies(
            Rules rules,
            String role,
            String level,
            Map<String, List<Observation>> known,
            LocalDate asOf,
            @Nullable Instant knownAt,
            Set<String> exempt) {
        return LevelRule.level(rules, role, Map.of(), known, asOf, knownAt, exempt, null).levels().stream()
                .anyMatch(outcome -> outcome.level().equals(level) && outcome.verified());
    }

    /** What is known, as somebody would rate it; the most there is where nothing is known. */
    private static double onScale(Rules rules, @Nullable Estimate estimate) {
        var scale = rules.scale();
        return estimate == null
                ? scale.max()
                : scale.min() + Math.rint((estimate.mean() - scale.min()) / scale.step()) * scale.step();
    }

    private static double precision(Reading reading) {
        return reading.unknown() ? 0 : reading.weight() / reading.estimate().spread();
    }

    private static LevelRequirements requirements(Rules rules, String role, String level) {
        return rules.levels(role).stream()
                .filter(candidate -> candidate.level().equals(level))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("role " + role + " has no level " + level));
    }

    private static double pLow(
            Rules rules, LevelRequirements level, Map<String, Reading> readings, Set<String> exempt) {
        return LevelCheck.of(rules, level, readings, exempt, null).p().low();
    }

    /** The estimate with one more review that says what is known already, or just enough where nothing is. */
    private static @Nullable Estimate after(
            Rules rules,
            Requirement requirement,
            Kind kind,
            List<Observation> known,
            @Nullable Estimate estimate,
            LocalDate asOf,
            @Nullable Instant knownAt) {
        var skill = requirement.skill();
        var source = kind == Kind.MANAGER ? newestManager(rules, skill, known, asOf, knownAt) : "one more peer";
        var value = estimate == null ? requirement.proficiency() : estimate.mean();
        var more = new ArrayList<>(known);
        more.add(review(kind, source, value, asOf, knownAt));
        return Estimator.estimate(rules, skill, more, asOf, knownAt);
    }

    private static Observation review(
            Kind kind, String source, double value, LocalDate asOf, @Nullable Instant knownAt) {
        var recordedAt = knownAt == null ? asOf.atStartOfDay().toInstant(ZoneOffset.UTC) : knownAt;
        return new Observation(kind, source, value, asOf, recordedAt, 1, Long.MAX_VALUE, "next review", false, null);
    }

    /** A manager who reviews again replaces the older opinion; only one who never did is a further voice. */
    private static String newestManager(
            Rules rules, String skill, List<Observation> known, LocalDate asOf, @Nullable Instant knownAt) {
        @Nullable Observation newest = null;
        for (var voice : Estimator.voices(rules, skill, known, asOf, knownAt)) {
            var observation = voice.observation();
            var speaks = voice.fate() == Voice.Fate.ACTIVE && observation.kind() == Kind.MANAGER;
            if (speaks && (newest == null || observation.observedOn().isAfter(newest.observedOn()))) {
                newest = observation;
            }
        }
        return newest == null ? "the manager" : newest.source();
    }
}
