package dev.skillladder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreshnessTest {

    private static final int CASES = 300;

    private final Rules rules = Example.rules();
    private final Random random = new Random(20261101);

    @Test
    void oneFreshManagerLastsAYear() {
        assertThat(Freshness.unknownOn(rules, "java", Example.all("M4"), Example.DAY, null))
                .isEqualTo(Example.DAY.plusDays(366));
    }

    @Test
    void theWorkedExampleEndsOnItsDay() {
        var seen = Example.all("M4@2026-10-01 P4@2026-09-15 P3@2026-09-20 S5@2026-10-05 E3@2025-10-05");
        assertThat(Freshness.unknownOn(rules, "java", seen, Example.DAY, null)).isEqualTo("2028-12-06");
    }

    @Test
    void whatNobodyReviewedWasNeverKnown() {
        assertThat(Freshness.unknownOn(rules, "java", Example.all("S4 E4"), Example.DAY, null))
                .isNull();
        assertThat(Freshness.unknownOn(rules, "java", List.of(), Example.DAY, null))
                .isNull();
    }

    @Test
    void isTheFirstDayThatAScanOfAllDaysFinds() {
        for (var round = 0; round < CASES; round++) {
            var seen = observations();
            var promised = Freshness.unknownOn(rules, "java", seen, Example.DAY, null);
            if (promised != null && promised.isAfter(Example.DAY)) {
                var day = Example.DAY;
                while (known(seen, day)) {
                    day = day.plusDays(1);
                }
                assertThat(promised).as("%s", seen).isEqualTo(day);
            } else {
                assertThat(known(seen, Example.DAY)).as("%s", seen).isFalse();
            }
        }
    }

    private boolean known(List<Observation> seen, LocalDate day) {
        var estimate = Estimator.estimate(rules, "java", seen, day, null);
        return estimate != null && Reading.of(rules, estimate, day).status(1) != Status.UNKNOWN;
    }

    private List<Observation> observations() {
        var observations = new ArrayList<Observation>();
        for (var i = random.nextInt(6); i > 0; i--) {
            var kind = Kind.values()[random.nextInt(4)];
            var day = Example.DAY.minusDays(random.nextInt(500));
            var one = Example.of(kind, "source-" + i, 1 + random.nextInt(9) / 2.0, day);
            observations.add(
                    kind == Kind.EVIDENCE && random.nextInt(3) > 0
                            ? Example.validUntil(one, Example.DAY.plusDays(random.nextInt(400) - 50))
                            : one);
        }
        return observations;
    }
}
