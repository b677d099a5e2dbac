package dev.skillladder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.LevelComputed.State;
import dev.skillladder.engine.declarative.CheckRule;
import dev.skillladder.engine.declarative.RuleLine;
import dev.skillladder.engine.declarative.RuleLine.Part;
import dev.skillladder.engine.declarative.RuleLine.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DeclarativeLevelTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    static List<String> pages() {
        return RulePage.names();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void levelIsAsItsPageSays(String name) {
        var page = RulePage.read(name);
        assertThat(CheckRule.problems(page.document())).isEmpty();
        var level = page.level();
        assertThat(level.verified()).isEqualTo(page.answer().get("verified").asString());
        assertThat(level.possible()).isEqualTo(page.answer().get("possible").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1, 1-3",
        "1 1 1 1, 1-1",
        "3 3 2 2 1 1, 2-1",
        "4 3 3 2 2 2 1 1, 2-3",
        "5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5, 5-3",
        "'', 1-1"
    })
    void snowflakeGivesThePublishedLevels(String milestones, String level) {
        var page = RulePage.read("points-ladder");
        var seen = new HashMap<String, List<Observation>>();
        var tracks = page.document().skills();
        var values = milestones.isEmpty() ? new String[0] : milestones.split(" ");
        for (var i = 0; i < values.length; i++) {
            seen.put(tracks.get(i).id(), List.of(manager(Double.parseDouble(values[i]), DAY)));
        }
        assertThat(page.seeing(seen).level().verified()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "sql, level-1, 99",
        "sql indexes, level-2, 249",
        "sql indexes replication, level-3, 449",
        "sql indexes replication tuning, level-4, 669",
        "sql indexes replication tuning recovery, level-4, 669",
        "sql indexes replication tuning recovery backup, level-5, 919"
    })
    void skillTreeTruncatesItsThresholds(String earned, String level, String threshold) {
        var page = RulePage.read("percentage-ladder");
        var seen = new HashMap<String, List<Observation>>();
        for (var skill : earned.split(" ")) {
            seen.put(skill, List.of(manager(1, DAY)));
        }
        assertThat(page.seeing(seen).level().verified()).isEqualTo(level);
        assertThat(lines(page.seeing(seen)))
                .filteredOn(line -> line.part() == Part.SCORE && level.equals(line.level()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.threshold()).hasToString(threshold);
                    assertThat(line.verdict()).isEqualTo(Verdict.HOLDS);
                });
    }

    @Test
    void givesNoLevelBelowTheLowestThreshold() {
        var page = RulePage.read("percentage-ladder");
        assertThat(page.seeing(Map.of("backup", List.of(manager(1, DAY))))
                        .level()
                        .verified())
                .isNull();
    }

    @Test
    void keepsALevelForEverOrForAWhileOrNotAtAll() {
        var page = RulePage.read("percentage-ladder");
        var grace = page.with("/rule/definition/stability", "{\"holding\": \"GRACE\", \"days\": 90}");
        var pure = page.with("/rule/definition/stability", null);
        assertThat(page.level().verified()).isEqualTo("level-3");
        assertThat(pure.level().verified()).isEqualTo("level-2");
        // taken back on 1 October: the last verified day is 30 September, the last day of grace 29 December
        assertThat(grace.level().verified()).isEqualTo("level-3");
        assertThat(grace.level().changesOn()).isEqualTo("2026-12-30");
        assertThat(grace.level(LocalDate.parse("2026-12-29"), Set.of()).verified())
                .isEqualTo("level-3");
        assertThat(grace.level(LocalDate.parse("2026-12-30"), Set.of()).verified())
                .isEqualTo("level-2");
    }

    @Test
    void leavesWhoeverIsExemptWithTheRest() {
        var page = RulePage.read("mandatory-plus-k-of-n");
        // without Kafka two of SQL, Kafka and mentoring become two of SQL and mentoring
        assertThat(page.level(DAY, Set.of("mentoring")).possible()).isEqualTo("mid");
        assertThat(page.with("/rule/definition/exempt", "\"FULL\"")
                        .level(DAY, Set.of("mentoring"))
                        .verified())
                .isEqualTo("senior");
    }

    @Test
    void capsTheLevelByAVeto() {
        var page = RulePage.read("banded-average");
        var seen = new HashMap<>(page.seen());
        seen.put("java", List.of(manager(5, DAY)));
        seen.put("testing", List.of(manager(1.5, DAY)));
        assertThat(page.seeing(seen).level().verified()).isEqualTo("mid");
    }

    @ParameterizedTest
    @CsvSource({"FAIL, none, none", "ZERO, mid, mid", "LEAVE_OUT, senior, senior", "UNKNOWN, mid, senior"})
    void countsWhatIsMissingAsStated(String missing, String verified, String possible) {
        var page = RulePage.read("banded-average")
                .with("/rule/definition/ratings/0/missing", "\"" + missing + "\"")
                .with("/rule/definition/tracks/0/vetoes", null);
        // 0.5 · 3 + 0.3 · 2 = 2.1, or 2.1 / 0.8 = 2.625 of what is left
        var seen = Map.of("java", List.of(manager(3, DAY)), "sql", List.of(manager(2, DAY)));
        var level = page.seeing(seen).level();
        assertThat(Objects.requireNonNullElse(level.verified(), "none")).isEqualTo(verified);
        assertThat(Objects.requireNonNullElse(level.possible(), "none")).isEqualTo(possible);
    }

    @Test
    void saysNothingAboutThoseOfWhomNothingIsKnown() {
        var level = RulePage.read("banded-average").seeing(Map.of()).level();
        assertThat(level.verified()).isNull();
        assertThat(level.possible()).isNotNull();
        assertThat(level.state()).isEqualTo(State.UNRATED);
    }

    @Test
    void standsAtItsBandEdgeWhateverBinaryFractionsMakeOfIt() {
        var page = RulePage.read("banded-average")
                .with("/scale", "{\"min\": 0, \"max\": 5, \"step\": 0.1, \"steps\": []}")
                .with(
                        "/rule/definition/groups/0/weights",
                        "[{\"of\": \"java\", \"weight\": 1}, {\"of\": \"sql\", \"weight\": 1}, {\"of\": \"testing\", \"weight\": 1}]")
                .with("/rule/definition/groups/0/rollUp", "\"SUM\"")
                .with("/rule/definition/groups/0/rounding", null)
                .with("/rule/definition/tracks/0/vetoes", null)
                .with(
                        "/rule/definition/tracks/0/levels",
                        "[{\"level\": \"junior\", \"from\": 0.3}, {\"level\": \"mid\", \"from\": 0.30000001}]");
        var seen = Map.of(
                "java",
                List.of(manager(.1, DAY)),
                "sql",
                List.of(manager(.2, DAY)),
                "testing",
                List.of(manager(0, DAY)));
        assertThat(.1 + .2).isGreaterThan(.3);
        assertThat(page.seeing(seen).level().verified()).isEqualTo("junior");
    }

    @Test
    void explainsEveryStepWithItsInputs() {
        var lines = lines(RulePage.read("two-tracks"));
        assertThat(lines).extracting(RuleLine::part).contains(Part.SKILL, Part.GROUP, Part.CONDITION, Part.LEVEL);
        assertThat(lines)
                .filteredOn(line -> line.of().equals("mean-led") && line.part() == Part.GROUP)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.inputs())
                            .extracting(RuleLine.Input::of)
                            .containsExactly("feedback", "hiring", "planning");
                    assertThat(line.low()).hasToString("2");
                    assertThat(line.how()).isEqualTo("WEIGHTED_MEAN");
                });
        assertThat(lines)
                .filteredOn(line -> line.part() == Part.LEVEL && "management".equals(line.track()))
                .extracting(RuleLine::verdict)
                .containsExactly(Verdict.HOLDS, Verdict.HOLDS);
    }

    @Test
    void changesOnTheDayAnEstimateGrowsTooOld() {
        var page = RulePage.read("banded-average")
                .with("/rule/definition/ratings/0/reducer", "\"ESTIMATE\"")
                .with("/rule/definition/ratings/0/missing", "\"UNKNOWN\"");
        var level = page.seeing(Map.of("java", List.of(manager(3, DAY)))).level();
        assertThat(level.changesOn()).isEqualTo(DAY.plusDays(366));
    }

    static List<RuleLine> lines(RulePage page) {
        var reasoning =
                LevelRule.explain(Rules.of(page.document()), page.role(), page.seen(), page.asOf(), null, Set.of());
        return reasoning == null ? new ArrayList<>() : reasoning.lines();
    }

    private static Observation manager(double value, LocalDate day) {
        return RulePage.observation(Kind.MANAGER, "mei", value, day);
    }
}
