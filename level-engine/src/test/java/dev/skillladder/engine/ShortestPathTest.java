package dev.skillladder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.RaiseSearch.Option;
import dev.skillladder.engine.RaiseSearch.Skill;
import dev.skillladder.engine.ShortestPath.Ranking;
import dev.skillladder.engine.ShortestPath.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The path leads to the level, and trying everything finds nothing smaller; on random people, with a fixed seed. */
class ShortestPathTest {

    private static final List<String> LEVELS = List.of("junior", "mid", "senior");
    private static final int CASES = 400;

    private final Rules rules = Example.rules();
    private final Random random = new Random(20261101);

    @Test
    void workedExampleNeedsOneSkillForSenior() {
        var answer = path(person(Example.observations()), "senior", Map.of(), Ranking.EFFORT);
        assertThat(answer.exact()).isTrue();
        assertThat(answer.atLeast()).isEqualTo(1);
        // mentoring is claimed at 4, so a review is enough; sql lacks 0.088235 to 3.5
        assertThat(answer.paths().getFirst().steps()).extracting(Step::skill).containsExactly("mentoring");
        assertThat(answer.paths().getFirst().effort()).isZero();
        assertThat(answer.paths().get(1).steps().getFirst().skill()).isEqualTo("sql");
        assertThat(answer.paths().get(1).effort()).isCloseTo(0.088235, within(1e-6));
    }

    @Test
    void interestComesFirstWhereItIsAskedFor() {
        var answer = path(person(Example.observations()), "senior", Map.of("sql", 3), Ranking.INTEREST);
        assertThat(answer.paths().getFirst().steps().getFirst().skill()).isEqualTo("sql");
        assertThat(answer.paths().getFirst().interest()).isEqualTo(3);
    }

    @Test
    void pathReachesTheLevelAndNoSmallerSetDoes() {
        for (var round = 0; round < CASES; round++) {
            var person = person(observations());
            var level = next(person.level());
            if (level == null) {
                continue;
            }
            var answer = path(person, level, Map.of(), Ranking.EFFORT);
            assertThat(answer.exact()).isTrue();
            assertThat(answer.paths()).isNotEmpty();
            for (var path : answer.paths()) {
                assertThat(reaches(person, level, path.raises())).isTrue();
                assertThat(path.steps()).hasSize(answer.atLeast());
            }
            for (var smaller : setsBelow(answer.atLeast())) {
                var raises = new HashMap<String, Double>();
                smaller.forEach(skill -> raises.put(skill, 5.0));
                assertThat(reaches(person, level, raises)).as("%s", smaller).isFalse();
            }
        }
    }

    @Test
    void raisingNeverLosesALevel() {
        for (var round = 0; round < CASES; round++) {
            var person = person(observations());
            var raises = Map.of(Example.SKILLS.get(random.nextInt(5)), 1 + random.nextInt(9) / 2.0);
            assertThat(rank(person.level(raises).verified()))
                    .isGreaterThanOrEqualTo(rank(person.level().verified()));
            raises.forEach((skill, value) -> {
                var estimate = person.estimate(skill, value);
                assertThat(estimate).isNotNull();
                assertThat(estimate.mean()).isGreaterThanOrEqualTo(value - 1e-9);
            });
        }
    }

    @Test
    void searchFindsWhatTryingEverythingFinds() {
        for (var round = 0; round < CASES; round++) {
            var skills = new ArrayList<Skill>();
            for (var i = 0; i < 9; i++) {
                skills.add(skill("skill-" + i));
            }
            var missing = new int[] {random.nextInt(12), random.nextInt(25)};
            var found = new RaiseSearch(missing, skills).search();
            var best = everything(skills, missing);
            assertThat(found.exact()).isTrue();
            if (best == null) {
                assertThat(found.ways()).isEmpty();
            } else {
                assertThat(found.ways().getFirst().raises()).hasSize(best[0]);
                assertThat(found.ways().getFirst().cost()).isEqualTo(best[1]);
            }
            var quick = new RaiseSearch(missing, skills, -1).search();
            assertThat(quick.exact()).as("a search that breaks off says so").isFalse();
            assertThat(quick.ways().isEmpty()).isEqualTo(best == null);
            if (best != null) {
                assertThat(quick.ways().getFirst().raises().size()).isGreaterThanOrEqualTo(best[0]);
                assertThat(quick.atLeast()).isLessThanOrEqualTo(best[0]);
            }
        }
    }

    @Test
    void manySkillsTakeNoLongerThanTheLimit() {
        var skills = new ArrayList<Skill>();
        for (var i = 0; i < 60; i++) {
            skills.add(new Skill(
                    "skill-" + i,
                    false,
                    0,
                    List.of(new Option(3, List.of(2 + i % 3, 3), 1_000 + i), new Option(4, List.of(5, 7), 2_500))));
        }
        var found = new RaiseSearch(new int[] {101, 140}, skills).search();
        assertThat(found.ways()).isNotEmpty();
        assertThat(found.ways().getFirst().raises().size()).isGreaterThanOrEqualTo(found.atLeast());
    }

    private Skill skill(String id) {
        var forced = random.nextInt(5) == 0;
        var options = new ArrayList<Option>();
        var gains = List.of(0, 0);
        var cost = 0L;
        for (var option = 0; option <= random.nextInt(2); option++) {
            gains = List.of(gains.get(0) + random.nextInt(4), gains.get(1) + random.nextInt(6));
            cost += random.nextInt(100);
            options.add(new Option(option + 2, gains, cost));
        }
        return new Skill(id, forced, forced ? random.nextInt(options.size()) : 0, options);
    }

    /** Size and cost of the best way; null if there is none. */
    private static int @Nullable [] everything(List<Skill> skills, int[] missing) {
        return everything(skills, 0, missing[0], missing[1], 0, 0);
    }

    private static int @Nullable [] everything(List<Skill> skills, int at, int one, int two, int size, int cost) {
        if (at == skills.size()) {
            return one <= 0 && two <= 0 ? new int[] {size, cost} : null;
        }
        var skill = skills.get(at);
        var best = skill.forced() ? null : everything(skills, at + 1, one, two, size, cost);
        for (var option = skill.least(); option < skill.options().size(); option++) {
            var taken = skill.options().get(option);
            var found = everything(
                    skills,
                    at + 1,
                    one - taken.gains().get(0),
                    two - taken.gains().get(1),
                    size + 1,
                    cost + (int) taken.cost());
            if (found != null && (best == null || found[0] < best[0] || found[0] == best[0] && found[1] < best[1])) {
                best = found;
            }
        }
        return best;
    }

    private static List<Set<String>> setsBelow(int size) {
        var sets = new ArrayList<Set<String>>();
        for (var bits = 0; bits < 1 << Example.SKILLS.size(); bits++) {
            if (Integer.bitCount(bits) < size) {
                var chosen = bits;
                sets.add(Set.copyOf(Example.SKILLS.stream()
                        .filter(skill -> (chosen >> Example.SKILLS.indexOf(skill) & 1) == 1)
                        .toList()));
            }
        }
        return sets;
    }

    private static boolean reaches(WhatIf person, String level, Map<String, Double> raises) {
        return person.level(raises).levels().get(LEVELS.indexOf(level)).verified();
    }

    private static ShortestPath.Answer path(
            WhatIf person, String level, Map<String, Integer> interests, Ranking ranking) {
        return ShortestPath.to(level, person, interests, ranking);
    }

    private static int rank(@Nullable String level) {
        return level == null ? -1 : LEVELS.indexOf(level);
    }

    private static @Nullable String next(LevelResult result) {
        return result.levels().stream()
                .filter(level -> !level.verified())
                .map(LevelResult.LevelOutcome::level)
                .findFirst()
                .orElse(null);
    }

    private Map<String, List<Observation>> observations() {
        var observations = new HashMap<String, List<Observation>>();
        for (var skill : Example.SKILLS) {
            var seen = new ArrayList<Observation>();
            for (var i = random.nextInt(5); i > 0; i--) {
                seen.add(Example.of(
                        Kind.values()[random.nextInt(4)],
                        "source-" + i,
                        1 + random.nextInt(9) / 2.0,
                        Example.DAY.minusDays(random.nextInt(700))));
            }
            observations.put(skill, seen);
        }
        return observations;
    }

    private WhatIf person(Map<String, List<Observation>> observations) {
        var estimates = new HashMap<String, Estimate>();
        observations.forEach((skill, seen) -> {
            var estimate = Estimator.estimate(rules, skill, seen, Example.DAY, null);
            if (estimate != null) {
                estimates.put(skill, estimate);
            }
        });
        return new WhatIf(rules, "backend", estimates, observations, Example.DAY, null, Set.of(), null);
    }
}
