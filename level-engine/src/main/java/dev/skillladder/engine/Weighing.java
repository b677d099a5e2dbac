package dev.skillladder.engine;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument.KindValues;
import dev.skillladder.engine.Voice.Fate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The weights of voices that speak, and the mean they give; sums run in canonical order (kind, source). */
final class Weighing {

    /** Two values that differ by less are the same: what is left of rounding. */
    static final double TOLERANCE = 1e-9;

    private final List<Observation> voices;
    private final double halfLife;
    private final double[] weights;
    private final boolean[] active;
    private final LocalDate newest;
    private final List<Integer> bestEvidenceFirst;
    private final boolean rated;
    private final double mean;

    private Weighing(Rules rules, String skill, List<Observation> voices) {
        this.voices = voices;
        this.halfLife = rules.halfLifeDays(skill);
        this.weights = new double[voices.size()];
        this.active = new boolean[voices.size()];
        this.newest = newest(voices);
        this.bestEvidenceFirst = bestEvidenceFirst(voices);
        for (var kind : Kind.values()) {
            weigh(
                    kind,
                    of(kind, rules.parameters().weights()),
                    of(kind, rules.parameters().caps()));
        }
        var sum = new Sum();
        for (var i = 0; i < weights.length; i++) {
            if (voices.get(i).kind() != Kind.EVIDENCE && weights[i] > 0) {
                active[i] = true;
                sum.add(weights[i], voices.get(i).value());
            }
        }
        this.rated = sum.weight > 0;
        this.mean = addEvidence(sum);
    }

    /** Null if nothing speaks. */
    static @Nullable Weighing of(Rules rules, String skill, List<Observation> voices) {
        if (voices.isEmpty()) {
            return null;
        }
        var weighing = new Weighing(rules, skill, voices);
        return weighing.weight() > 0 ? weighing : null;
    }

    LocalDate newest() {
        return newest;
    }

    double mean() {
        return mean;
    }

    /** W(T). */
    double weight() {
        var sum = 0.0;
        for (var i = 0; i < weights.length; i++) {
            sum += active[i] ? weights[i] : 0;
        }
        return sum;
    }

    /** S: at least 1, so disagreement can only lower confidence. */
    double spread(double sigma0, double nu0) {
        var chiSquared = 0.0;
        var n = 0;
        for (var i = 0; i < weights.length; i++) {
            if (active[i] && voices.get(i).kind() != Kind.SELF) {
                var distance = (voices.get(i).value() - mean) / sigma0;
                chiSquared += weights[i] * distance * distance;
                n++;
            }
        }
        return StrictMath.sqrt(Math.max(1, (nu0 + chiSquared) / (nu0 + Math.max(n, 1) - 1)));
    }

    /** Active voices of that kind. */
    int count(Kind kind) {
        var count = 0;
        for (var i = 0; i < weights.length; i++) {
            count += active[i] && voices.get(i).kind() == kind ? 1 : 0;
        }
        return count;
    }

    /** Each voice with its weight and share, in canonical order. */
    List<Voice> voices() {
        var total = weight();
        var answer = new ArrayList<Voice>(weights.length);
        for (var i = 0; i < weights.length; i++) {
            var fate = active[i] ? Fate.ACTIVE : weights[i] > 0 ? Fate.BELOW_ESTIMATE : Fate.CAP_USED_UP;
            var weight = active[i] ? weights[i] : 0;
            answer.add(new Voice(voices.get(i), fate, weight, weight / total));
        }
        return answer;
    }

    /** d(Δ) = 2^(−Δ/h). */
    static double decay(long days, double halfLife) {
        return days == 0 ? 1 : StrictMath.pow(2, -days / halfLife);
    }

    static double of(Kind kind, KindValues values) {
        return switch (kind) {
            case MANAGER -> values.manager();
            case PEER -> values.peer();
            case SELF -> values.self();
            case EVIDENCE -> values.evidence();
        };
    }

    private static LocalDate newest(List<Observation> voices) {
        var newest = voices.getFirst().observedOn();
        for (var voice : voices) {
            newest = voice.observedOn().isAfter(newest) ? voice.observedOn() : newest;
        }
        return newest;
    }

    /** Relative to the newest of the kind first, so that the cap counts fresh voices; then aged to the newest of all. */
    private void weigh(Kind kind, double omega, double cap) {
        var ofKind = voices.stream().filter(voice -> voice.kind() == kind).toList();
        if (ofKind.isEmpty()) {
            return;
        }
        var first = voices.indexOf(ofKind.getFirst());
        var day = newest(ofKind);
        var relative = new double[ofKind.size()];
        var sum = 0.0;
        for (var i = 0; i < relative.length; i++) {
            var voice = ofKind.get(i);
            var age = day.toEpochDay() - voice.observedOn().toEpochDay();
            relative[i] = omega * voice.quality() * decay(age, halfLife);
            sum += relative[i];
        }
        if (kind == Kind.EVIDENCE) {
            fill(relative, first, cap);
        } else {
            for (var i = 0; i < relative.length; i++) {
                weights[first + i] = relative[i] * (sum > cap ? cap / sum : 1);
            }
        }
        var sinceKind = decay(newest.toEpochDay() - day.toEpochDay(), halfLife);
        for (var i = 0; i < relative.length; i++) {
            weights[first + i] *= sinceKind;
        }
    }

    /** The best evidence first, until the cap is reached: more of the same cannot outvote people. */
    private void fill(double[] relative, int first, double cap) {
        var left = cap;
        for (var i : bestEvidenceFirst) {
            weights[i] = Math.min(relative[i - first], left);
            left -= weights[i];
        }
    }

    /** Evidence counts as long as it supports or raises the mean; without ratings only the highest value does. */
    private double addEvidence(Sum sum) {
        var m = rated ? sum.mean() : Double.NaN;
        for (var i : bestEvidenceFirst) {
            if (weights[i] > 0 && !(voices.get(i).value() < m - TOLERANCE)) {
                active[i] = true;
                sum.add(weights[i], voices.get(i).value());
                m = rated ? sum.mean() : Double.isNaN(m) ? voices.get(i).value() : m;
            }
        }
        return m;
    }

    private static List<Integer> bestEvidenceFirst(List<Observation> voices) {
        var evidence = new ArrayList<Integer>();
        for (var i = 0; i < voices.size(); i++) {
            if (voices.get(i).kind() == Kind.EVIDENCE) {
                evidence.add(i);
            }
        }
        evidence.sort(Comparator.comparing(voices::get, BEST_FIRST));
        return evidence;
    }

    private static final Comparator<Observation> BEST_FIRST = Comparator.comparingDouble(Observation::value)
            .reversed()
            .thenComparing(Observation::observedOn, Comparator.reverseOrder())
            .thenComparing(Observation::source);

    private static final class Sum {
        private double weight;
        private double weighted;

        void add(double weight, double value) {
            this.weight += weight;
            this.weighted += weight * value;
        }

        double mean() {
            return weighted / weight;
        }
    }
}
