package dev.skillladder.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must hold for every set of observations, each shown on thousands of random ones; a fixed seed makes them repeatable. */
class PropertiesTest {

    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final int CASES = 4_000;
    private static final double ROUNDING = 1e-9;

    private final Rules rules = Example.rules();
    private Random random = new Random();

    @BeforeEach
    void seed() {
        random = new Random(20261101);
    }

    @Test
    void orderAndRepetitionNeverChangeABit() {
        for (var round = 0; round < CASES; round++) {
            var observations = observations();
            var shuffled = new ArrayList<>(observations);
            shuffled.addAll(observations.subList(0, random.nextInt(observations.size() + 1)));
            Collections.shuffle(shuffled, random);
            assertThat(estimate(shuffled)).isEqualTo(estimate(observations));
            assertThat(Estimator.voices(rules, "java", shuffled, Example.DAY, null))
                    .isEqualTo(Estimator.voices(rules, "java", observations, Example.DAY, null));
        }
    }

    @Test
    void timeAloneOnlyLowersTheWeight() {
        for (var round = 0; round < CASES; round++) {
            var observations = observations();
            var today = estimate(observations);
            if (today == null) {
                continue;
            }
            var later = Example.DAY.plusDays(1 + random.nextInt(2_000));
            var then = requireNonNull(Estimator.estimate(rules, "java", observations, later, null));
            assertThat(then).isEqualTo(today);
            assertThat(Reading.of(rules, then, later).weight())
                    .isLessThan(Reading.of(rules, today, Example.DAY).weight());
        }
    }

    @Test
    void raisingARatingOrAddingEvidenceNeverLowersTheMean() {
        for (var round = 0; round < CASES; round++) {
            var observations = observations();
            var better = random.nextBoolean() ? raised(observations) : withEvidence(observations);
            var before = estimate(observations);
            var after = estimate(better);
            if (before != null && after != null) {
                assertThat(after.mean()).as("%s", observations).isGreaterThanOrEqualTo(before.mean() - ROUNDING);
            }
        }
    }

    @Test
    void raisingARatingOrAddingEvidenceNeverLowersALevel() {
        for (var round = 0; round < CASES; round++) {
            var person = person();
            var skill = Example.SKILLS.get(random.nextInt(Example.SKILLS.size()));
            var better = new HashMap<>(person);
            var seen = person.getOrDefault(skill, List.of());
            better.put(skill, random.nextBoolean() ? raised(seen) : withEvidence(seen));
            if (unknown(person, skill) == unknown(better, skill)) {
                var before = level(person);
                var after = level(better);
                assertThat(rank(after.verified())).isGreaterThanOrEqualTo(rank(before.verified()));
                assertThat(rank(after.possible())).isGreaterThanOrEqualTo(rank(before.possible()));
            }
        }
    }

    @Test
    void verifiedNeverExceedsPossibleAndProbabilitiesKeepTheirOrder() {
        for (var round = 0; round < CASES; round++) {
            var result = level(person());
            assertThat(rank(result.verified())).isLessThanOrEqualTo(rank(result.possible()));
            for (var level : result.levels()) {
                assertThat(level.pLow()).isBetween(0.0, level.pHigh());
                assertThat(level.pHigh()).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void askingForMoreNeverHelps() {
        for (var round = 0; round < CASES; round++) {
            var estimate = estimate(observations());
            if (estimate == null) {
                continue;
            }
            var reading = Reading.of(rules, estimate, Example.DAY);
            var before = reading.status(1);
            for (var proficiency = 1.5; proficiency <= 5; proficiency += .5) {
                var status = reading.status(proficiency);
                assertThat(status == Status.UNKNOWN).isEqualTo(before == Status.UNKNOWN);
                assertThat(before == Status.NOT_MET && status == Status.MET).isFalse();
                before = status;
            }
        }
    }

    @Test
    void nothingChangesBeforeTheDayThatIsPromised() {
        for (var round = 0; round < CASES / 4; round++) {
            var person = person();
            var today = level(person);
            var statuses = today.changesOn();
            var any = today.recomputeOn();
            if (statuses == null || any == null) {
                assertThat(statuses).isEqualTo(any);
                continue;
            }
            assertThat(any).isAfter(Example.DAY).isBeforeOrEqualTo(statuses);
            assertThat(level(person, any.minusDays(1)).state()).isEqualTo(today.state());
            assertThat(statuses(level(person, statuses.minusDays(1)))).isEqualTo(statuses(today));
            assertThat(statuses(level(person, statuses))).isNotEqualTo(statuses(today));
            var between = Example.DAY.plusDays(
                    random.nextInt((int) Example.DAY.until(any).toTotalMonths() * 28 + 1));
            assertThat(level(person, between.isBefore(any) ? between : Example.DAY)
                            .state())
                    .isEqualTo(today.state());
        }
    }

    private List<Observation> observations() {
        var observations = new ArrayList<Observation>();
        var count = random.nextInt(9);
        for (var i = 0; i < count; i++) {
            var kind = KINDS.get(random.nextInt(4));
            var day = Example.DAY.minusDays(random.nextInt(900));
            observations.add(new Observation(
                    kind,
                    "source-" + random.nextInt(4),
                    1 + random.nextInt(9) / 2.0,
                    day,
                    day.atStartOfDay().toInstant(ZoneOffset.UTC),
                    random.nextInt(4) == 0 ? .5 : 1,
                    random.nextInt(3),
                    "event-" + i,
                    random.nextInt(8) == 0,
                    null));
        }
        return observations;
    }

    private Map<String, List<Observation>> person() {
        var person = new HashMap<String, List<Observation>>();
        for (var skill : Example.SKILLS) {
            person.put(skill, observations());
        }
        return person;
    }

    private List<Observation> raised(List<Observation> observations) {
        var raised = new ArrayList<>(observations);
        if (!raised.isEmpty()) {
            var at = random.nextInt(raised.size());
            var chosen = raised.get(at);
            raised.set(
                    at,
                    new Observation(
                            chosen.kind(),
                            chosen.source(),
                            Math.min(5, chosen.value() + .5 + random.nextInt(4) / 2.0),
                            chosen.observedOn(),
                            chosen.recordedAt(),
                            chosen.quality(),
                            chosen.revision(),
                            chosen.eventId(),
                            chosen.retracted(),
                            null));
        }
        return raised;
    }

    private List<Observation> withEvidence(List<Observation> observations) {
        var more = new ArrayList<>(observations);
        var day = Example.DAY.minusDays(random.nextInt(900));
        more.add(Example.of(Kind.EVIDENCE, "new item", 1 + random.nextInt(9) / 2.0, day));
        return more;
    }

    private @Nullable Estimate estimate(List<Observation> observations) {
        return Estimator.estimate(rules, "java", observations, Example.DAY, null);
    }

    private LevelResult level(Map<String, List<Observation>> person) {
        return level(person, Example.DAY);
    }

    private LevelResult level(Map<String, List<Observation>> person, LocalDate asOf) {
        var estimates = new HashMap<String, Estimate>();
        person.forEach((skill, seen) -> {
            var estimate = Estimator.estimate(rules, skill, seen, asOf, null);
            if (estimate != null) {
                estimates.put(skill, estimate);
            }
        });
        return LevelRule.level(rules, "backend", estimates, Map.of(), asOf, null, Set.of(), null);
    }

    private boolean unknown(Map<String, List<Observation>> person, String skill) {
        var estimate = Estimator.estimate(rules, skill, person.getOrDefault(skill, List.of()), Example.DAY, null);
        return estimate == null || Reading.of(rules, estimate, Example.DAY).unknown();
    }

    private static List<Status> statuses(LevelResult result) {
        return result.levels().stream()
                .flatMap(level -> level.requirements().stream())
                .map(LevelResult.RequirementOutcome::status)
                .toList();
    }

    private static int rank(@Nullable String level) {
        return level == null ? 0 : List.of("junior", "mid", "senior").indexOf(level) + 1;
    }
}
