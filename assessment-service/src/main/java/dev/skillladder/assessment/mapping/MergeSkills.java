package dev.skillladder.assessment.mapping;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument.Reducer;
import dev.skillladder.engine.Estimator;
import dev.skillladder.engine.Observation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedCollection;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Several skills become one: each source's voices on them, as they stand on the day, become one voice. It is as new as the
 * newest of them, as sure as the least sure, and ends with the first that ends.
 */
record MergeSkills(
        Reducer reducer, LocalDate asOf, @Nullable Instant knownAt) {

    private static final Comparator<Observation> NEWEST_LAST = Comparator.comparing(Observation::observedOn)
            .thenComparingLong(Observation::revision)
            .thenComparing(Observation::eventId);

    /**
     * One voice per kind and source.
     *
     * @param skills what is known about each merged skill, in the order of their ids
     */
    List<Followed> of(SequencedCollection<List<Followed>> skills) {
        Map<Source, List<Followed>> voices = new TreeMap<>();
        skills.forEach(skill -> speaking(skill)
                .forEach(voice -> voices.computeIfAbsent(Source.of(voice.observation()), _ -> new ArrayList<>())
                        .add(voice)));
        return voices.values().stream().map(this::together).toList();
    }

    private List<Followed> speaking(List<Followed> skill) {
        Map<Observation, List<Origin>> origins = new HashMap<>();
        skill.forEach(followed -> origins.computeIfAbsent(followed.observation(), _ -> new ArrayList<>())
                .addAll(followed.origins()));
        return Estimator.speaking(List.copyOf(origins.keySet()), asOf, knownAt).stream()
                .map(voice -> new Followed(voice, origins.getOrDefault(voice, List.of())))
                .toList();
    }

    private Followed together(List<Followed> voices) {
        List<Observation> parts = voices.stream().map(Followed::observation).toList();
        Observation newest = parts.stream().max(NEWEST_LAST).orElseThrow();
        return new Followed(
                new Observation(
                        newest.kind(),
                        newest.source(),
                        value(parts),
                        newest.observedOn(),
                        parts.stream()
                                .map(Observation::recordedAt)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        parts.stream().mapToDouble(Observation::quality).min().orElseThrow(),
                        newest.revision(),
                        newest.eventId(),
                        false,
                        parts.stream()
                                .map(Observation::validUntil)
                                .filter(Objects::nonNull)
                                .min(Comparator.naturalOrder())
                                .orElse(null)),
                voices.stream()
                        .map(Followed::origins)
                        .flatMap(Collection::stream)
                        .distinct()
                        .toList());
    }

    private double value(List<Observation> parts) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double sum = 0; // in the order of the skills' ids, so that every instance rounds alike
        for (Observation part : parts) {
            lowest = Math.min(lowest, part.value());
            highest = Math.max(highest, part.value());
            sum += part.value();
        }
        return switch (reducer) {
            case MEAN -> sum / parts.size();
            case HIGHEST -> highest;
            case LOWEST -> lowest;
        };
    }

    private record Source(Kind kind, String id) implements Comparable<Source> {

        static Source of(Observation observation) {
            return new Source(observation.kind(), observation.source());
        }

        @Override
        public int compareTo(Source other) {
            int byKind = kind.compareTo(other.kind);
            return byKind == 0 ? id.compareTo(other.id) : byKind;
        }
    }
}
