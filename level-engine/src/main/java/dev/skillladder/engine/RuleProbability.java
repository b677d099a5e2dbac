package dev.skillladder.engine;

import java.util.Arrays;
import java.util.List;

/**
 * The probability that the rule of one level holds: every must-have met, and at most {@code slack} importance missing. Given
 * the error u that ratings of the same people share, skills are independent, and the distribution of the missing importance
 * follows by adding one skill after the other (exact dynamic programming); u itself is integrated over 61 nodes.
 *
 * @param low with unknown skills counted as not met
 * @param high with unknown skills counted as met
 */
record RuleProbability(double low, double high) {

    private static final int NODES = 61;
    private static final double FROM = -6;
    private static final double STEP = 0.2;
    private static final double[] NODE_WEIGHTS = nodeWeights();

    /**
     * Computes both probabilities at once: they differ only in how much importance may be missing.
     *
     * @param z per requirement, NaN for unknown
     * @param slack most importance that may be missing, never negative
     */
    static RuleProbability of(List<Requirement> requirements, double[] z, int slack, double correlation) {
        var unit = unit(requirements);
        var most = slack / unit;
        var missing = new double[(most + 1) * NODES];
        Arrays.fill(missing, 0, NODES, 1);
        var met = new double[NODES];
        var reach = 0;
        var unknown = 0;
        var unknownMustHave = false;
        for (var i = 0; i < z.length; i++) {
            var requirement = requirements.get(i);
            var importance = requirement.importance() / unit;
            if (Double.isNaN(z[i])) {
                unknown += importance;
                unknownMustHave |= requirement.mustHave();
            } else {
                fillMet(met, z[i], correlation);
                reach = requirement.mustHave() ? must(missing, met, reach) : add(missing, met, importance, reach, most);
            }
        }
        return integrate(missing, unknownMustHave ? -1 : most - unknown, most);
    }

    /** Everything is counted in the greatest common divisor of the importances. */
    private static int unit(List<Requirement> requirements) {
        var unit = 0;
        for (var requirement : requirements) {
            var other = requirement.importance();
            while (other != 0) {
                var rest = unit % other;
                unit = other;
                other = rest;
            }
        }
        return Math.max(unit, 1);
    }

    private static void fillMet(double[] met, double z, double correlation) {
        var scale = 1 / StrictMath.sqrt(1 - correlation);
        var shift = StrictMath.sqrt(correlation) * scale;
        for (var node = 0; node < NODES; node++) {
            met[node] = Normal.cumulative(z * scale + shift * (FROM + node * STEP));
        }
    }

    private static int must(double[] missing, double[] met, int reach) {
        for (var at = 0; at < (reach + 1) * NODES; at += NODES) {
            for (var node = 0; node < NODES; node++) {
                missing[at + node] *= met[node];
            }
        }
        return reach;
    }

    /** Adds a skill from the top down, so that each sum still sees the sums below it as they were before the skill. */
    private static int add(double[] missing, double[] met, int importance, int reach, int most) {
        var top = Math.min(reach + importance, most);
        for (var sum = top; sum >= 0; sum--) {
            var at = sum * NODES;
            var before = at - importance * NODES;
            for (var node = 0; node < NODES; node++) {
                missing[at + node] *= met[node];
            }
            if (before >= 0) {
                for (var node = 0; node < NODES; node++) {
                    missing[at + node] += missing[before + node] * (1 - met[node]);
                }
            }
        }
        return Math.max(reach, top);
    }

    private static RuleProbability integrate(double[] missing, int mostForLow, int most) {
        var low = 0.0;
        var high = 0.0;
        for (var node = 0; node < NODES; node++) {
            var sum = 0.0;
            for (var at = 0; at <= mostForLow; at++) {
                sum += missing[at * NODES + node];
            }
            low += NODE_WEIGHTS[node] * sum;
            for (var at = Math.max(mostForLow + 1, 0); at <= most; at++) {
                sum += missing[at * NODES + node];
            }
            high += NODE_WEIGHTS[node] * sum;
        }
        return new RuleProbability(Math.min(low, 1), Math.min(high, 1));
    }

    private static double[] nodeWeights() {
        var weights = new double[NODES];
        var sum = 0.0;
        for (var node = 0; node < NODES; node++) {
            var u = FROM + node * STEP;
            weights[node] = StrictMath.exp(-u * u / 2);
            sum += weights[node];
        }
        for (var node = 0; node < NODES; node++) {
            weights[node] /= sum;
        }
        return weights;
    }
}
