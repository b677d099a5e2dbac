package dev.skillladder.engine;

import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's level if some skills were better: as if everybody who speaks about such a skill, a manager among them, said on
 * the day at least the value asked about. So whatever the rule reads, it reads it from observations as ever.
 *
 * @param estimates by skill, as {@code observations} give them
 * @param confirmed level a named person decided, null for none
 */
public record WhatIf(
        Rules rules,
        String role,
        Map<String, Estimate> estimates,
        Map<String, List<Observation>> observations,
        LocalDate asOf,
        @Nullable Instant knownAt,
        Set<String> exempt,
        @Nullable String confirmed) {

    /** As many made-up managers may be needed until a skill is known at all; more would be no answer. */
    private static final int MOST_MANAGERS = 10;

    /** What the rules make of the person as is. */
    public LevelResult level() {
        return level(Map.of());
    }

    /**
     * What they make of the person with these skills at least at these values.
     *
     * @param raises value on the scale by skill
     */
    public LevelResult level(Map<String, Double> raises) {
        var seen = new HashMap<>(observations);
        var known = new HashMap<>(estimates);
        raises.forEach((skill, value) -> {
            var raised = raised(skill, value);
            seen.put(skill, raised);
            var estimate = estimate(skill, raised);
            if (estimate != null) {
                known.put(skill, estimate);
            }
        });
        return LevelRule.level(rules, role, known, seen, asOf, knownAt, exempt, confirmed);
    }

    /** The estimate of a skill that is at least at this value. */
    public @Nullable Estimate estimate(String skill, double value) {
        return estimate(skill, raised(skill, value));
    }

    private List<Observation> raised(String skill, double value) {
        var known = observations.getOrDefault(skill, List.of());
        var speaking = Estimator.speaking(known, asOf, knownAt);
        var estimate = estimates.get(skill);
        var least = estimate == null ? value : Math.max(value, estimate.mean());
        var raised = new ArrayList<>(known);
        for (var voice : speaking) {
            if (voice.kind() != Kind.EVIDENCE && voice.value() < value) {
                raised.add(said(voice.kind(), voice.source(), value, voice.quality()));
            }
        }
        var manager = speaking.stream()
                .filter(voice -> voice.kind() == Kind.MANAGER)
                .max(Comparator.comparing(Observation::observedOn).thenComparing(Observation::source));
        raised.add(said(
                Kind.MANAGER,
                manager.map(Observation::source).orElse("a manager"),
                Math.max(least, manager.map(Observation::value).orElse(least)),
                1));
        for (var more = 1; more < MOST_MANAGERS && unknown(skill, raised); more++) {
            raised.add(said(Kind.MANAGER, "a further manager " + more, least, 1));
        }
        return raised;
    }

    private boolean unknown(String skill, List<Observation> seen) {
        var estimate = estimate(skill, seen);
        return estimate == null || Reading.of(rules, estimate, asOf).unknown();
    }

    private @Nullable Estimate estimate(String skill, List<Observation> seen) {
        return Estimator.estimate(rules, skill, seen, asOf, knownAt);
    }

    private Observation said(Kind kind, String source, double value, double quality) {
        var at = knownAt == null ? asOf.atStartOfDay().toInstant(ZoneOffset.UTC) : knownAt;
        return new Observation(kind, source, value, asOf, at, quality, Long.MAX_VALUE, "what if", false, null);
    }
}
