package dev.skillladder.assessment.level;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.MatrixRule;
import dev.skillladder.contract.assessment.Kind;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A published version with a rule of its own: level, explanation, matrix, a past day and the log's verification agree. */
class OwnRuleFlowTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-10-01");

    @Autowired
    private VerifyLevels verify;

    private String framework = "";
    private UUID engineer = UUID.randomUUID();

    @BeforeEach
    void somebodyUnderAnOwnRule() throws IOException {
        framework = ExampleFramework.freshId();
        others.publish(1, MatrixRule.document(framework, 2));
        engineer = others.engineer(null, role(framework, BACKEND));
        String[] ratings = {"java 4", "sql 3", "kafka 4", "testing 4"};
        others.observe(
                engineer,
                8,
                observed(engineer, Kind.MANAGER, "m", framework, DAY, at(DAY), ratings),
                observed(engineer, Kind.PEER, "p", framework, DAY, at(DAY), ratings));
    }

    @Test
    void levelsFollowThePublishedRule() {
        var level = body(engineer, "level");
        assertThat(level.get("verified").asString()).isEqualTo("mid");
        assertThat(level.get("possible").asString()).isEqualTo("senior");
        assertThat(level.get("state").asString()).isEqualTo("PROPOSE");
        assertThat(level.get("pLow").asDouble()).isEqualTo(1);
        assertThat(body(engineer, "level?asOf=2026-09-30").get("verified").isNull())
                .isTrue();
        assertThat(body(engineer, "level?asOf=2026-10-01&knownAt=2026-11-01T00:00:00Z")
                        .get("verified")
                        .asString())
                .isEqualTo("mid");

        var explanation = body(engineer, "explanation");
        assertThat(explanation.get("rule").asString()).isEqualTo("declarative");
        assertThat(explanation.get("tracks").get(0).get("verified").asString()).isEqualTo("mid");
        var sql = line(explanation.get("ruleLines"), "SKILL", "sql");
        assertThat(sql.get("sentence").get("en").asString())
                .isEqualTo("The rule reads text as 3 where 3 is asked: met.");
        var others = line(explanation.get("ruleLines"), "GROUP", "two-others");
        assertThat(others.get("inputs").size()).isEqualTo(3);
        assertThat(others.get("sentence").get("zh").asString()).startsWith("另外两项");
        assertThat(line(explanation.get("lines"), null, "java")
                        .get("sentence")
                        .get("en")
                        .asString())
                .contains("The rule reads text as 4");
    }

    @Test
    void theReviewThatWouldVerifyTheNextLevelIsNamed() {
        assertThat(body(engineer, "explanation").get("nextReview").isNull())
                .as("mentoring needs two raters, so no single review is enough")
                .isTrue();
        others.observe(engineer, 9, observed(engineer, Kind.MANAGER, "m", framework, DAY, at(DAY), "mentoring 5"));
        var explanation = body(engineer, "explanation");
        assertThat(explanation.at("/nextReview/skill").asString()).isEqualTo("mentoring");
        assertThat(explanation.at("/nextReview/kind").asString()).isEqualTo("PEER");
        assertThat(explanation.at("/nextReview/level").asString()).isEqualTo("senior");
        assertThat(explanation.at("/summary/en").asString()).contains("one more peer review of text");
        var next = body(engineer, "next-level");
        assertThat(next.get("target").asString()).isEqualTo("senior");
        assertThat(next.get("exact").asBoolean()).isTrue();
        assertThat(next.get("atLeast").asInt()).isEqualTo(1);
        assertThat(next.at("/paths/0/verified").asString()).isEqualTo("senior");
    }

    @Test
    void theMatrixReadsCellsAsTheRuleDoes() {
        var team = UUID.randomUUID();
        facts.team(team, "Own rule", null, null);
        jdbc.sql("insert into known_team_membership (engineer, team, from_day) values (?, ?, '2020-01-01')")
                .params(engineer, team)
                .update();
        others.observe(engineer, 9, observed(engineer, Kind.MANAGER, "m", framework, DAY, at(DAY), "mentoring 5"));

        var matrix = get(hr(), "/api/assessments/teams/" + team + "/matrix").body();

        var person = matrix.get("people").get(0);
        assertThat(person.get("verified").asString()).isEqualTo("mid");
        assertThat(cell(matrix, person, "java").get(3).asString()).isEqualTo("MET");
        assertThat(cell(matrix, person, "mentoring").get(3).asString())
                .as("LEVELS-1 would count one manager; this rule waits for a second rater")
                .isEqualTo("UNKNOWN");
    }

    @Test
    void theLogGivesWhatIsStored() {
        assertThat(verify.everybody().first())
                .filteredOn(difference -> difference.engineer().equals(engineer))
                .isEmpty();

        jdbc.sql("update engineer_level set verified = 'senior' where engineer = ?")
                .param(engineer)
                .update();

        assertThat(verify.everybody().first())
                .as("so it does look at them")
                .anyMatch(difference -> difference.engineer().equals(engineer)
                        && difference.what().equals("level"));
        jdbc.sql("update engineer_level set verified = 'mid' where engineer = ?")
                .param(engineer)
                .update();
    }

    private static JsonNode cell(JsonNode matrix, JsonNode person, String skill) {
        for (int column = 0; column < matrix.get("skills").size(); column++) {
            if (matrix.get("skills").get(column).get("skill").asString().equals(skill)) {
                return person.get("cells").get(column);
            }
        }
        throw new AssertionError("no column " + skill);
    }

    private JsonNode body(UUID engineer, String what) {
        var answer = get(tokenOf(engineer), "/api/assessments/engineers/" + engineer + "/" + what);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode line(JsonNode lines, @Nullable String part, String of) {
        for (var line : lines) {
            var about = part == null ? line.get("skill") : line.get("of");
            if (about.asString().equals(of)
                    && (part == null || line.get("part").asString().equals(part))) {
                return line;
            }
        }
        throw new AssertionError("no line about " + of);
    }

    private static Instant at(LocalDate day) {
        return Instant.parse(day + "T08:00:00Z");
    }
}
