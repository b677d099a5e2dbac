package dev.skillladder.engine;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.Estimate.Basis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From observations of one skill of one person to an estimate: sections 1 and 2 of docs/levels.md. */
public final class Estimator {

    /** Values this far apart contradict each other. */
    private static final double CONTRADICTION = 2;

    private Estimator() {}

    /** Null if nothing counts on that day. Order and repetition of the observations do not matter. */
    public static @Nullable Estimate estimate(
            Rules rules, String skill, List<Observation> observations, LocalDate asOf, @Nullable Instant knownAt) {
        var voices = Merge.of(observations, asOf, knownAt).speaking();
        var weighing = Weighing.of(rules, skill, voices);
        if (weighing == null) {
            return null;
        }
        var parameters = rules.parameters();
        var reviewers = weighing.count(Kind.MANAGER) + weighing.count(Kind.PEER);
        return new Estimate(
                skill,
                weighing.mean(),
                weighing.newest(),
                weighing.weight(),
                weighing.spread(parameters.sigma0(), parameters.nu0()),
                reviewers,
                reviewers > 0 ? Basis.REVIEWED : weighing.count(Kind.EVIDENCE) > 0 ? Basis.DOCUMENTED : Basis.CLAIMED,
                contradictedUntil(voices, rules.halfLifeDays(skill)),
                expiresOn(voices));
    }

    /** What each source says on that day: one observation per kind and source, in that order (section 1). */
    public static List<Observation> speaking(
            List<Observation> observations, LocalDate asOf, @Nullable Instant knownAt) {
        return List.copyOf(Merge.of(observations, asOf, knownAt).speaking());
    }

    /** Every observation known then with what became of it, by kind and source, newest first; repetitions left out. */
    public static List<Voice> voices(
            Rules rules, String skill, List<Observation> observations, LocalDate asOf, @Nullable Instant knownAt) {
        var merge = Merge.of(observations, asOf, knownAt);
        var weighing = Weighing.of(rules, skill, merge.speaking());
        var voices = new ArrayList<>(merge.silent());
        if (weighing != null) {
            voices.addAll(weighing.voices());
        }
        voices.sort(Comparator.comparing(Voice::observation, CANONICAL));
        return List.copyOf(voices);
    }

    private static final Comparator<Observation> CANONICAL = Comparator.comparing(Observation::kind)
            .thenComparing(Observation::source)
            .thenComparing(Observation::observedOn, Comparator.reverseOrder())
            .thenComparing(Observation::revision, Comparator.reverseOrder());

    /**
     * The last day on which two voices of others, or evidence, that lie two or more apart are both at most a half-life
     * old. Going back from the newest, the first voice far from any newer one decides.
     */
    private static @Nullable LocalDate contradictedUntil(List<Observation> voices, int halfLifeDays) {
        if (voices.size() < 2) {
            return null;
        }
        var newestFirst = new ArrayList<>(voices);
        newestFirst.removeIf(voice -> voice.kind() == Kind.SELF);
        newestFirst.sort(Comparator.comparing(Observation::observedOn).reversed());
        var lowest = Double.POSITIVE_INFINITY;
        var highest = Double.NEGATIVE_INFINITY;
        for (var voice : newestFirst) {
            lowest = Math.min(lowest, voice.value());
            highest = Math.max(highest, voice.value());
            if (highest - lowest >= CONTRADICTION - Weighing.TOLERANCE) {
                return voice.observedOn().plusDays(halfLifeDays);
            }
        }
        return null;
    }

    private static @Nullable LocalDate expiresOn(List<Observation> voices) {
        @Nullable LocalDate first = null;
        for (var voice : voices) {
            var last = voice.kind() == Kind.EVIDENCE ? voice.validUntil() : null;
            if (last != null && (first == null || last.isBefore(first))) {
                first = last;
            }
        }
        return first == null ? null : first.plusDays(1);
    }
}
