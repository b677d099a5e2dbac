package dev.skillladder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.skillladder.engine.declarative.CheckRule;
import dev.skillladder.engine.declarative.RuleProblem;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckRuleTest {

    private static final String AT = "/rule/definition";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // page | what is changed | to | where the problem is
                "banded-average | /ratings/0/missing | null | /ratings/0/missing",
                "banded-average | /ratings/0/rounding | null | /ratings/0/rounding",
                "banded-average | /ratings/0/kinds | [] | /ratings/0/kinds",
                "banded-average | /ratings/0/reducer | \"BY_KIND\" | /ratings/0/weights",
                "banded-average | /ratings/0/cut | 3 | /ratings/0/cut",
                "banded-average | /ratings/0/proficient | {\"from\": 6} | /ratings/0/proficient/from",
                "banded-average | /ratings/0/proficient | {\"from\": 3} | /groups/0/rating",
                "banded-average | /groups/0/rounding | null | /groups/0/rounding",
                "banded-average | /groups/0/over/skills | [\"java\", \"juggling\"] | /groups/0/over/skills/1",
                "banded-average | /groups/0/weights | [{\"of\": \"java\", \"weight\": 1}] | /groups/0/weights",
                "banded-average | /groups/0/weights | [{\"of\": \"java\", \"weight\": 1e40}] | /groups/0/weights/0/weight",
                "banded-average | /groups/1/rating | \"median\" | /groups/1/rating",
                "banded-average | /groups/1/over | {\"groups\": [\"weakest\"]} | /groups/1/rating",
                "banded-average | /tracks/0/levels/0/to | 1.7 | /tracks/0/levels/0/to",
                "banded-average | /tracks/0/levels/0/to | 1.9 | /tracks/0/levels/0/to",
                "banded-average | /tracks/0/levels/2/to | 4 | /tracks/0/levels/2/to",
                "banded-average | /tracks/0/levels/2/from | 6 | /tracks/0/levels/2/from",
                "banded-average | /tracks/0/levels/1/level | \"staff\" | /tracks/0/levels/1/level",
                "banded-average | /tracks/0/score/bounds | \"CLOSED\" | /tracks/0/score/rounding",
                "banded-average | /tracks/0/score/rounding | null | /tracks/0/score/rounding",
                "banded-average | /tracks/0/vetoes/0/unless/absent | null | /tracks/0/vetoes/0/unless/absent",
                "banded-average | /tracks/0/vetoes/0/unless/least | 7 | /tracks/0/vetoes/0/unless/least",
                "banded-average | /tracks/0/vetoes/0/cap | \"staff\" | /tracks/0/vetoes/0/cap",
                "banded-average | /tracks/0/role | \"juggler\" | /tracks/0/role",
                "banded-average | /tracks/0/name | {\"zh\": \"甲\", \"en\": \" \"} | /tracks/0/name",
                "banded-average | /stability | {\"holding\": \"GRACE\"} | /stability/days",
                "points-ladder | /ratings/0/points/3 | {\"from\": 3, \"points\": 2} | /ratings/0/points/3/points",
                "points-ladder | /ratings/0/points/3 | {\"from\": 1, \"points\": 6} | /ratings/0/points/3/from",
                "points-ladder | /ratings/0/points/0 | {\"from\": 0.5, \"points\": 0} | /ratings/0/points/0/from",
                "percentage-ladder | /tracks/0/score/thresholdRounding | null | /tracks/0/score/thresholdRounding",
                "weighted-coverage | /groups/0/over/subtree | null | /groups/0/over/subtree",
                "weighted-coverage | /groups/0/over/categories | [\"cooking\"] | /groups/0/over/categories/0",
                "weighted-coverage | /groups/2/over/groups | [\"craft\", \"all\"] | /groups/2",
                "mandatory-plus-k-of-n | /groups/1/count | null | /groups/1/count",
                "mandatory-plus-k-of-n | /groups/0/rollUp | \"SUM\" | /groups/0/rating",
                "mandatory-plus-k-of-n | /tracks/0/vetoes | [{\"unless\": {\"group\": \"mandatory\", \"absent\": \"FAIL\"}}] | /tracks/0/vetoes/0/unless/group",
                "two-tracks | /groups/3/steps/1/step | 1 | /groups/3/steps/1/step",
                "two-tracks | /tracks/0/levels/0/requires | [] | /tracks/0/levels/0/requires",
                "two-tracks | /tracks/0/levels/0/requires/0/least | null | /tracks/0/levels/0/requires/0"
            })
    void saysWhatIsWrongAndWhere(String page, String changed, String to, String where) {
        var broken = RulePage.read(page).with(AT + changed, to.equals("null") ? null : to);
        var problems = CheckRule.problems(broken.document());
        assertThat(problems).extracting(RuleProblem::pointer).contains(AT + where);
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.message().zh()).isNotBlank();
            assertThat(problem.message().en()).isNotBlank();
        });
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.of(broken.document()));
    }

    @Test
    void closedBandsTouchAtTheDigitTheScoreIsRoundedTo() {
        var page = RulePage.read("banded-average")
                .with(AT + "/tracks/0/score/bounds", "\"CLOSED\"")
                .with(AT + "/tracks/0/score/rounding", "{\"mode\": \"HALF_UP\", \"digits\": 1}")
                .with(AT + "/tracks/0/levels/0/to", "1.7")
                .with(AT + "/tracks/0/levels/1/to", "2.4");
        assertThat(CheckRule.problems(page.document())).isEmpty();
        assertThat(CheckRule.problems(
                        page.with(AT + "/tracks/0/levels/1/to", "2.3").document()))
                .extracting(RuleProblem::pointer)
                .containsExactly(AT + "/tracks/0/levels/1/to");
    }

    @Test
    void everyPartMayBeAbsentWithoutAFall() {
        for (var page : RulePage.names()) {
            var whole = RulePage.read(page);
            for (var path : Arrays.asList(
                    "/ratings",
                    "/groups",
                    "/tracks",
                    "/ratings/0",
                    "/groups/0",
                    "/tracks/0",
                    "/ratings/0/id",
                    "/ratings/0/kinds",
                    "/ratings/0/reducer",
                    "/ratings/0/rounding/mode",
                    "/groups/0/id",
                    "/groups/0/over",
                    "/groups/0/rating",
                    "/groups/0/rollUp",
                    "/tracks/0/id",
                    "/tracks/0/name",
                    "/tracks/0/role",
                    "/tracks/0/levels",
                    "/tracks/0/levels/0",
                    "/tracks/0/levels/0/level",
                    "/tracks/0/decision")) {
                assertThat(CheckRule.problems(whole.with(AT + path, null).document()))
                        .as("%s without %s", page, path)
                        .isNotEmpty();
            }
        }
    }
}
