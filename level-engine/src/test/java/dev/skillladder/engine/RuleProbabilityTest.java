package dev.skillladder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleProbabilityTest {

    @Test
    void equalsTheSumOverEveryOutcome() {
        var random = new Random(61);
        for (var round = 0; round < 500; round++) {
            var requirements = new ArrayList<Requirement>();
            var z = new double[1 + random.nextInt(8)];
            var total = 0;
            for (var i = 0; i < z.length; i++) {
                var importance = (1 + random.nextInt(3)) * (round % 3 == 0 ? 4 : 1);
                requirements.add(new Requirement("skill-" + i, 3, importance, random.nextInt(4) == 0));
                z[i] = random.nextInt(5) == 0 ? Double.NaN : random.nextGaussian() * 2;
                total += importance;
            }
            var slack = random.nextInt(total + 1);
            var correlation = random.nextInt(4) / 4.0;
            var p = RuleProbability.of(requirements, z, slack, correlation);
            assertThat(p.low()).isCloseTo(enumerate(requirements, z, slack, correlation, 0), within(1e-12));
            assertThat(p.high()).isCloseTo(enumerate(requirements, z, slack, correlation, 1), within(1e-12));
            assertThat(p.low()).isLessThanOrEqualTo(p.high());
        }
    }

    /** The definition: the share of all 2^n outcomes, each at every node of the integral. */
    private static double enumerate(
            List<Requirement> requirements, double[] z, int slack, double correlation, double unknown) {
        var sum = 0.0;
        var weights = 0.0;
        for (var node = 0; node <= 60; node++) {
            var u = -6 + node * .2;
            var weight = Math.exp(-u * u / 2);
            weights += weight;
            for (var outcome = 0; outcome < 1 << z.length; outcome++) {
                sum += weight * probability(requirements, z, slack, correlation, unknown, u, outcome);
            }
        }
        return sum / weights;
    }

    private static double probability(
            List<Requirement> requirements,
            double[] z,
            int slack,
            double correlation,
            double unknown,
            double u,
            int outcome) {
        var p = 1.0;
        var missing = 0;
        for (var i = 0; i < z.length; i++) {
            var met = Double.isNaN(z[i])
                    ? unknown
                    : Normal.cumulative((z[i] + Math.sqrt(correlation) * u) / Math.sqrt(1 - correlation));
            var holds = (outcome >> i & 1) == 1;
            p *= holds ? met : requirements.get(i).mustHave() ? 0 : 1 - met;
            missing += holds ? 0 : requirements.get(i).importance();
        }
        return missing <= slack ? p : 0;
    }
}
