package dev.skillladder.assessment.exemption;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.level.VerifyLevels;
import dev.skillladder.contract.assessment.Kind;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ExemptionTest extends AssessmentTest {

    private UUID manager;
    private UUID engineer;

    @Autowired
    private VerifyLevels verifyLevels;

    /** Java, a must-have, is missing; everything else holds at mid. */
    @BeforeEach
    void somebodyWithoutJava() {
        String framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        manager = others.engineer(null);
        engineer = others.engineer(manager, role(framework, BACKEND));
        others.observe(
                engineer,
                4,
                observed(
                        engineer,
                        Kind.MANAGER,
                        manager.toString(),
                        framework,
                        TODAY,
                        NOW,
                        "kafka 3",
                        "sql 3",
                        "testing 3",
                        "mentoring 2"));
    }

    @Test
    void onlyManagersAboveAndHrGrantAndNobodyForThemselves() {
        UUID stranger = others.engineer(null);
        String body = exemption("java", "2026-12-31");

        assertThat(post(tokenOf(engineer), path(), body).status()).isEqualTo(403);
        assertThat(post(tokenOf(stranger), path(), body).status()).isEqualTo(403);
        assertThat(get(tokenOf(stranger), path()).status()).isEqualTo(403);
        assertThat(post(hr(), path(), body).status()).isEqualTo(201);
    }

    @Test
    void aWaivedRequirementLeavesTheRuleUntilItsLastDay() {
        long othersDifferences = verifyLevels.everybody().differences(); // rows that other tests wrote by hand
        assertThat(verified("")).isNull();

        assertThat(post(tokenOf(manager), path(), exemption("java", "2026-11-30"))
                        .status())
                .isEqualTo(201);

        assertThat(verified("")).isEqualTo("mid");
        assertThat(verified("?asOf=2026-10-31")).as("before it began").isNull();
        assertThat(verified("?knownAt=2026-11-01T11:00:00Z"))
                .as("before it was known")
                .isNull();
        assertThat(verified("?asOf=2026-11-30")).isEqualTo("mid");
        assertThat(verified("?asOf=2026-12-01")).as("after its last day").isNull();
        assertThat(stored()).isEqualTo("mid");
        assertThat(changesOn()).isEqualTo("2026-12-01");
        JsonNode line = line("java");
        assertThat(line.get("flags").toString()).contains("EXEMPT");
        assertThat(line.at("/sentence/en").asString()).contains("exemption");
        assertThat(line.at("/sentence/zh").asString()).contains("豁免");
        assertThat(verifyLevels.everybody().differences()).isEqualTo(othersDifferences);

        clock.advance(Duration.ofDays(40));
        JsonNode history = get(tokenOf(engineer), "/api/assessments/engineers/" + engineer + "/history")
                .body()
                .get("items");
        assertThat(history.at("/0/day").asString()).isEqualTo("2026-12-01");
        assertThat(history.at("/0/verified").isNull()).isTrue();
        assertThat(history.at("/1/verified").asString()).isEqualTo("mid");
    }

    @Test
    void endingOneEarlyCountsFromThatDayAndOnlyOnce() {
        String id = post(tokenOf(manager), path(), exemption("java", "2026-12-31"))
                .body()
                .get("id")
                .asString();
        clock.advance(Duration.ofDays(2));
        String end = path() + "/" + id + "/end";

        assertThat(post(tokenOf(engineer), end, "{\"reason\": \"Enough.\"}").status())
                .isEqualTo(403);
        assertThat(post(tokenOf(manager), end, "{}").status()).isEqualTo(422);
        assertThat(post(tokenOf(manager), end, "{\"reason\": \"He learns it now.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(post(tokenOf(manager), end, "{\"reason\": \"Again.\"}").status())
                .isEqualTo(409);

        assertThat(verified("")).isNull();
        assertThat(verified("?asOf=2026-11-02")).isEqualTo("mid");
        assertThat(verified("?asOf=2026-11-10&knownAt=2026-11-02T00:00:00Z"))
                .as("as planned then")
                .isEqualTo("mid");
        JsonNode listed = get(tokenOf(engineer), path()).body().at("/items/0");
        assertThat(listed.at("/ended/reason").asString()).isEqualTo("He learns it now.");
        assertThat(listed.at("/ended/lastDay").asString()).isEqualTo("2026-11-02");
    }

    @Test
    void theWayUpAndTheWhatIfAgreeWithTheStoredLevel() {
        String about = "/api/assessments/engineers/" + engineer;
        assertThat(get(tokenOf(engineer), about + "/next-level")
                        .body()
                        .get("target")
                        .asString())
                .isEqualTo("junior");

        post(tokenOf(manager), path(), exemption("java", "2026-11-30"));

        JsonNode way = get(tokenOf(engineer), about + "/next-level").body();
        assertThat(way.get("target").asString()).isEqualTo("senior");
        assertThat(way.get("paths").toString()).doesNotContain("\"java\"");
        assertThat(way.at("/paths/0/verified").asString()).isEqualTo("senior");
        JsonNode answer = post(tokenOf(engineer), about + "/what-if", "{\"raises\": [{\"skill\": \"sql\", \"to\": 3}]}")
                .body();
        assertThat(answer.at("/now/verified").asString()).isEqualTo("mid").isEqualTo(stored());
        assertThat(answer.at("/then/verified").asString()).isEqualTo("mid");
        clock.advance(Duration.ofDays(30));
        assertThat(get(tokenOf(engineer), about + "/next-level")
                        .body()
                        .get("target")
                        .asString())
                .as("after its last day")
                .isEqualTo("junior");
    }

    @Test
    void saysEverythingThatIsWrong() {
        Answer answer = post(tokenOf(manager), path(), """
                {"skill": "singing", "from": "2026-11-10", "until": "2026-11-09", "reason": " "}
                """);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").toString()).contains("/skill", "/until", "/reason");
        assertThat(post(tokenOf(manager), path(), exemption("java", "2029-01-01"))
                        .status())
                .isEqualTo(422);
    }

    private static String exemption(String skill, String until) {
        return """
                {"skill": "%s", "until": "%s", "reason": "The team has no Java."}
                """.formatted(skill, until);
    }

    private String path() {
        return "/api/assessments/engineers/" + engineer + "/exemptions";
    }

    private String verified(String query) {
        JsonNode level = get(tokenOf(engineer), "/api/assessments/engineers/" + engineer + "/level" + query)
                .body()
                .get("verified");
        return level.isNull() ? null : level.asString();
    }

    private String stored() {
        return jdbc.sql("select verified from engineer_level where engineer = ?")
                .param(engineer)
                .query(String.class)
                .single();
    }

    private String changesOn() {
        return jdbc.sql("select changes_on::text from engineer_level where engineer = ?")
                .param(engineer)
                .query(String.class)
                .single();
    }

    private JsonNode line(String skill) {
        for (JsonNode line : get(tokenOf(engineer), "/api/assessments/engineers/" + engineer + "/explanation")
                .body()
                .get("lines")) {
            if (line.get("skill").asString().equals(skill)) {
                return line;
            }
        }
        throw new AssertionError("no line about " + skill);
    }
}
