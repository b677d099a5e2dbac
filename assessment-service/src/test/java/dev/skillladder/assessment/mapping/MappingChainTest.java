package dev.skillladder.assessment.mapping;

import static dev.skillladder.contract.catalog.FrameworkDocument.MappingKind.MERGE;
import static dev.skillladder.contract.catalog.FrameworkDocument.MappingKind.REPLACE;
import static dev.skillladder.contract.catalog.FrameworkDocument.MappingKind.SPLIT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.mapping.MappingChain.Step;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument.MappingKind;
import dev.skillladder.contract.catalog.FrameworkDocument.Reducer;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import dev.skillladder.engine.Estimator;
import dev.skillladder.engine.Observation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingChainTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    @Test
    void aSplitCopiesTheValueToEachTarget() {
        var now = chain(new Step(2, List.of(mapping(SPLIT, List.of("a"), List.of("b", "c")))))
                .follow(Map.of("a", List.of(said(1, "m", 4))), DAY, null);

        assertThat(now).containsOnlyKeys("b", "c");
        assertThat(now.get("b")).isEqualTo(now.get("c"));
        assertThat(values(now, "b")).containsExactly(4.0);
        assertThat(now.get("b").getFirst().origins()).containsExactly(new Origin("a", 1));
    }

    @ParameterizedTest
    @CsvSource({"MEAN,3.5", "HIGHEST,4", "LOWEST,3", ",3.5"})
    void aMergeTakesOneValuePerSourceAsStated(@Nullable Reducer reducer, double expected) {
        var merge = new SkillMapping(MERGE, List.of("a", "b"), List.of("c"), reducer);
        var now = chain(new Step(2, List.of(merge)))
                .follow(
                        Map.of("a", List.of(said(1, "m", 4), said(1, "n", 5)), "b", List.of(said(1, "m", 3))),
                        DAY,
                        null);

        assertThat(values(now, "c")).containsExactly(expected, 5.0);
        assertThat(now.get("c").getFirst().origins()).containsExactly(new Origin("a", 1), new Origin("b", 1));
    }

    @Test
    void aMergeLooksAtWhatEachSourceSaysOnTheDay() {
        var merge = mapping(MERGE, List.of("a", "b"), List.of("c"));
        var stated = Map.of(
                "a",
                List.of(new Stated(1, on(DAY.minusDays(10), "m", 2)), new Stated(1, on(DAY, "m", 5))),
                "b",
                List.of(new Stated(1, on(DAY.minusDays(5), "m", 3))));
        var chain = chain(new Step(2, List.of(merge)));

        assertThat(values(chain.follow(stated, DAY, null), "c")).containsExactly(4.0);
        assertThat(values(chain.follow(stated, DAY.minusDays(1), null), "c")).containsExactly(2.5);
        assertThat(values(chain.follow(stated, DAY, start(DAY.minusDays(7))), "c"))
                .as("known at the time")
                .containsExactly(2.0);
    }

    @Test
    void observationsFollowEveryLaterVersionButNoEarlierOne() {
        var chain = chain(
                new Step(2, List.of(mapping(MERGE, List.of("a", "b"), List.of("c")))),
                new Step(4, List.of(mapping(SPLIT, List.of("c"), List.of("d", "e")))),
                new Step(5, List.of(mapping(REPLACE, List.of("d"), List.of("a")))));

        var now = chain.follow(
                Map.of(
                        "a", List.of(said(1, "m", 2), said(5, "x", 5)),
                        "b", List.of(said(1, "m", 4)),
                        "c", List.of(said(3, "n", 4.5)),
                        "d", List.of(said(4, "o", 1))),
                DAY,
                null);

        assertThat(now).containsOnlyKeys("a", "e");
        assertThat(values(now, "e")).containsExactlyInAnyOrder(3.0, 4.5);
        assertThat(values(now, "a"))
                .as("one made again under its old name stays")
                .containsExactlyInAnyOrder(3.0, 4.5, 1.0, 5.0);
        assertThat(chain.reachedFrom("b")).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
        assertThat(chain.leadingTo("e")).containsExactlyInAnyOrder("a", "b", "c", "e");
        assertThat(chain.now("b", 1)).containsExactly("a", "e");
        assertThat(chain.now("c", 4)).as("nobody can have said that").containsExactly("c");
        assertThat(chain.mapsAfter(4)).isTrue();
        assertThat(chain.mapsAfter(5)).isFalse();
    }

    @Test
    void takingBackOneOfTheMergedRatingsLeavesTheOther() {
        var merge = mapping(MERGE, List.of("a", "b"), List.of("c"));
        var takenBack = new Observation(Kind.MANAGER, "m", 4, DAY, start(DAY), 1, 2, "later", true, null);

        var now = chain(new Step(2, List.of(merge)))
                .follow(
                        Map.of("a", List.of(said(1, "m", 4), new Stated(1, takenBack)), "b", List.of(said(1, "m", 3))),
                        DAY,
                        null);

        assertThat(values(now, "c")).containsExactly(3.0);
    }

    @Test
    void inventsNoSourceAndCountsEachOncePerSkillWhateverTheOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            var chain = chain(randomSteps(random));
            var stated = randomHistory(random);

            var now = chain.follow(stated, DAY, null);

            var sources = sources(stated.values().stream().flatMap(List::stream).map(Stated::observation));
            now.forEach((skill, followed) -> {
                var seen = followed.stream().map(Followed::observation).toList();
                assertThat(sources).containsAll(sources(seen.stream()));
                var speaking = Estimator.speaking(seen, DAY, null);
                assertThat(sources(speaking.stream())).hasSize(speaking.size());
                assertThat(followed).allSatisfy(one -> assertThat(one.origins()).isNotEmpty());
            });
            assertThat(speaking(chain.follow(shuffled(stated, random), DAY, null)))
                    .isEqualTo(speaking(now));
        }
    }

    private static Map<String, List<Observation>> speaking(Map<String, List<Followed>> now) {
        Map<String, List<Observation>> speaking = new HashMap<>();
        now.forEach((skill, followed) -> speaking.put(
                skill,
                Estimator.speaking(followed.stream().map(Followed::observation).toList(), DAY, null)));
        speaking.values().removeIf(Collection::isEmpty);
        return speaking;
    }

    private static Map<String, List<Stated>> shuffled(Map<String, List<Stated>> stated, Random random) {
        Map<String, List<Stated>> shuffled = new HashMap<>();
        stated.forEach((skill, observations) -> {
            List<Stated> other = new ArrayList<>(observations);
            other.addAll(observations.subList(0, observations.size() / 2)); // and some twice
            Collections.shuffle(other, random);
            shuffled.put(skill, other);
        });
        return shuffled;
    }

    private static Step[] randomSteps(Random random) {
        List<String> skills = new ArrayList<>(List.of("a", "b", "c", "d"));
        List<Step> steps = new ArrayList<>();
        for (int version = 2; version <= 4; version++) {
            Collections.shuffle(skills, random);
            List<String> fresh = List.of("x" + version, "y" + version);
            SkillMapping mapping = switch (random.nextInt(3)) {
                case 0 -> mapping(SPLIT, List.of(skills.removeFirst()), fresh);
                case 1 ->
                    new SkillMapping(
                            MERGE,
                            List.of(skills.removeFirst(), skills.removeFirst()),
                            fresh.subList(0, 1),
                            Reducer.values()[random.nextInt(3)]);
                default -> mapping(REPLACE, List.of(skills.removeFirst()), fresh.subList(0, 1));
            };
            skills.addAll(mapping.to());
            steps.add(new Step(version, List.of(mapping)));
        }
        return steps.toArray(Step[]::new);
    }

    private static Map<String, List<Stated>> randomHistory(Random random) {
        Map<String, List<Stated>> stated = new HashMap<>();
        for (int i = 0; i < 25; i++) {
            stated.computeIfAbsent("abcd".charAt(random.nextInt(4)) + "", _ -> new ArrayList<>())
                    .add(new Stated(
                            1 + random.nextInt(5),
                            new Observation(
                                    Kind.values()[random.nextInt(4)],
                                    "s" + random.nextInt(3),
                                    1 + random.nextInt(9) / 2.0,
                                    DAY.minusDays(random.nextInt(20)),
                                    start(DAY),
                                    random.nextBoolean() ? 1 : .5,
                                    1 + random.nextInt(3),
                                    "event-" + i,
                                    random.nextInt(6) == 0,
                                    random.nextInt(6) == 0 ? DAY.minusDays(random.nextInt(20)) : null)));
        }
        return stated;
    }

    private static Set<List<Object>> sources(Stream<Observation> observations) {
        Set<List<Object>> sources = new HashSet<>();
        observations.forEach(observation -> sources.add(List.of(observation.kind(), observation.source())));
        return sources;
    }

    private static List<Double> values(Map<String, List<Followed>> now, String skill) {
        return now.getOrDefault(skill, List.of()).stream()
                .map(followed -> followed.observation().value())
                .toList();
    }

    private static MappingChain chain(Step... steps) {
        return new MappingChain(List.of(steps));
    }

    private static SkillMapping mapping(MappingKind kind, List<String> from, List<String> to) {
        return new SkillMapping(kind, from, to, null);
    }

    private static Stated said(int version, String source, double value) {
        return new Stated(version, on(DAY, source, value));
    }

    private static Observation on(LocalDate day, String source, double value) {
        return new Observation(Kind.MANAGER, source, value, day, start(day), 1, 1, day + source + value, false, null);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
