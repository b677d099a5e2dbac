package dev.skillladder.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillladder.contract.assessment.LevelComputed.State;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every number printed in docs/levels.md, to six decimals. */
class WorkedExamplesTest {

    private static final Offset<Double> EXACT = within(1e-6);
    private static final String E2 = "M4@2026-10-01 P4@2026-09-15 P3@2026-09-20 S5@2026-10-05 E3@2025-10-05";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "E1,  M4 P4 P3 S5, 2026-11-01, 3.782609, 2.300000, 1, MET, .974123, MET, .665892",
                "E2,  " + E2 + ", 2026-11-01, 3.785574, 2.140602, 1, MET, .970007, MET, .661960",
                "E2b, " + E2 + ", 2027-11-01, 3.785574, 1.070301, 1, MET, .908240, MET, .616172",
                "E2c, " + E2 + ", 2029-11-01, 3.785574, 0.267068, 1, UNKNOWN, -, UNKNOWN, -",
                "E3,  M4, 2026-11-01, 4, 1, 1, MET, .933193, MET, .691462",
                "E3b, M4, 2027-11-01, 4, .5, 1, MET, -, MET, .638163",
                "E3c, M4, 2027-11-02, 4, .499051, 1, UNKNOWN, -, UNKNOWN, -",
                "E5,  S5, 2026-11-01, 5, .1, 1, UNKNOWN, -, UNKNOWN, -",
                "E6,  M2 P5 P5, 2026-11-01, 3.636364, 2.2, 1.257704, MET, .909900, MET, .563881",
                "E7b, M3 E5 E5, 2026-11-01, 3.571429, 1.4, 1, MET, .897553, MET, .533677",
                "E8,  M3 P4 P4 P4 P4 P4 P4, 2026-11-01, 3.642857, 2.8, 1, MET, .972085, MET, .594465"
            })
    void estimatesAsPrinted(
            String name,
            String observed,
            LocalDate asOf,
            double m,
            double weight,
            double spread,
            Status three,
            @Nullable Double pThree,
            Status four,
            @Nullable Double pFour) {
        var estimate = estimate("kafka", Example.all(observed), asOf);
        var reading = Reading.of(Example.rules(), estimate, asOf);
        assertThat(estimate.mean()).isCloseTo(m, EXACT);
        assertThat(reading.weight()).isCloseTo(weight, EXACT);
        assertThat(estimate.spread()).isCloseTo(spread, EXACT);
        assertThat(reading.status(3)).isEqualTo(three);
        assertThat(reading.status(4)).isEqualTo(four);
        if (pThree != null) {
            assertThat(reading.probability(3)).isCloseTo(pThree, EXACT);
        }
        if (pFour != null) {
            assertThat(reading.probability(4)).isCloseTo(pFour, EXACT);
        } else {
            assertThat(reading.probability(4)).isNull();
        }
    }

    @Test
    void evidenceBelowTheEstimateIsSilentAndEachPeerBeyondTheCapGetsItsShare() {
        var voices = Estimator.voices(Example.rules(), "kafka", Example.all(E2), Example.DAY, null);
        assertThat(voices.getLast().fate()).isEqualTo(Voice.Fate.BELOW_ESTIMATE);
        assertThat(voices.getLast().weight()).isZero();
        var capped = Estimator.voices(Example.rules(), "kafka", Example.all("M3 P4 P4 P4 P4 P4 P4"), Example.DAY, null);
        assertThat(capped.subList(1, 7))
                .allSatisfy(voice -> assertThat(voice.weight()).isCloseTo(.3, EXACT));
        assertThat(capped.stream().mapToDouble(Voice::share).sum()).isCloseTo(1, EXACT);
    }

    @Test
    void saysFromWhichDayOnAnEstimateIsTooOld() {
        var estimate = estimate("kafka", Example.all(E2), Example.DAY);
        assertThat(Reading.of(Example.rules(), estimate, Example.DAY).staleOn()).isEqualTo("2028-12-06");
        var exactlyAYear = estimate("kafka", Example.all("M4"), Example.DAY);
        assertThat(Reading.of(Example.rules(), exactlyAYear, Example.DAY).staleOn())
                .isEqualTo("2027-11-02");
    }

    @Test
    void flagsContradictionUntilOneSideIsOlderThanTheHalfLife() {
        var contradiction = estimate("kafka", Example.all("M2 P5 P5@2026-10-01"), Example.DAY);
        assertThat(contradiction.contradicted(Example.DAY)).isTrue();
        assertThat(contradiction.contradictedUntil()).isEqualTo("2027-11-01");
        assertThat(contradiction.contradicted(LocalDate.parse("2027-11-02"))).isFalse();
        assertThat(estimate("kafka", Example.all("M4 P4 P3 S1"), Example.DAY).contradictedUntil())
                .isNull();
    }

    @Test
    void levelAsPrinted() {
        var result = level(Example.rules());
        var mid = result.levels().get(1);
        var senior = result.levels().get(2);

        assertThat(result.levels().getFirst().met()).isEqualTo(9);
        assertThat(mid.met()).isEqualTo(9);
        assertThat(senior.met()).isEqualTo(7);
        assertThat(senior.needed()).isEqualTo(8);
        assertThat(senior.requirements().get(3).requirement().skill()).isEqualTo("sql");
        assertThat(senior.requirements().get(3).p()).isCloseTo(.454205, EXACT);
        assertThat(result.verified()).isEqualTo("mid");
        assertThat(result.possible()).isEqualTo("senior");
        assertThat(mid.pLow()).isCloseTo(.856429, EXACT);
        assertThat(mid.pHigh()).isCloseTo(.962218, EXACT);
        assertThat(senior.pLow()).isCloseTo(.314800, EXACT);
        assertThat(senior.pHigh()).isCloseTo(.533451, EXACT);
        assertThat(result.state()).isEqualTo(State.PROPOSE);
        assertThat(result.pLow()).isEqualTo(mid.pLow());
    }

    @Test
    void levelWithIndependentRatersAsPrinted() {
        var result = level(Example.rules(0));
        assertThat(result.levels().get(1).pLow()).isCloseTo(.834022, EXACT);
        assertThat(result.levels().get(1).pHigh()).isCloseTo(.966966, EXACT);
        assertThat(result.levels().get(2).pLow()).isCloseTo(.172357, EXACT);
        assertThat(result.levels().get(2).pHigh()).isCloseTo(.465950, EXACT);
    }

    @ParameterizedTest
    @CsvSource({"0, .595555, .411102", ".25, .634393, .440167", ".5, .677780, .467375", ".75, .730087, .490773"})
    void ruleProbabilitiesAsPrinted(double correlation, double all, double most) {
        var three = List.of(requirement(1), requirement(1), requirement(1));
        var four = List.of(requirement(3), requirement(2), requirement(2), requirement(1));
        assertThat(RuleProbability.of(three, new double[] {1, 1, 1}, 0, correlation)
                        .low())
                .isCloseTo(all, EXACT);
        assertThat(RuleProbability.of(four, new double[] {2, 1, 0, -1}, 1, correlation)
                        .high())
                .isCloseTo(most, EXACT);
    }

    private static LevelResult level(Rules rules) {
        Map<String, Estimate> estimates = new HashMap<>();
        Example.observations()
                .forEach((skill, seen) -> estimates.put(
                        skill, requireNonNull(Estimator.estimate(rules, skill, seen, Example.DAY, null))));
        return LevelRule.level(rules, "backend", estimates, Map.of(), Example.DAY, null, Set.of(), null);
    }

    private static Estimate estimate(String skill, List<Observation> observations, LocalDate asOf) {
        return requireNonNull(Estimator.estimate(Example.rules(), skill, observations, asOf, null));
    }

    private static Requirement requirement(int importance) {
        return new Requirement("skill", 3, importance, false);
    }
}
