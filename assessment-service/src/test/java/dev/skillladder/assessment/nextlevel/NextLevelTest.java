package dev.skillladder.assessment.nextlevel;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.GrowthFramework;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way up of the person in the worked example of docs/levels.md. */
class NextLevelTest extends AssessmentTest {

    private String framework = "";
    private UUID manager = UUID.randomUUID();
    private UUID engineer = UUID.randomUUID();

    @BeforeEach
    void workedExample() {
        framework = ExampleFramework.freshId();
        others.publish(1, GrowthFramework.document(framework));
        manager = others.engineer(null);
        engineer = others.engineer(manager, role(framework, BACKEND));
        others.observe(
                engineer,
                16,
                said(Kind.MANAGER, manager.toString(), "java 4", "kafka 4", "sql 3", "testing 4"),
                said(Kind.PEER, "one", "java 4", "kafka 4", "sql 4", "testing 3"),
                said(Kind.PEER, "two", "java 5", "kafka 3", "testing 4"),
                said(Kind.SELF, engineer.toString(), "java 4", "kafka 5", "sql 4", "mentoring 4"),
                said(Kind.EVIDENCE, "item", "testing 4"));
    }

    @Test
    void strangersMayNotAskForTheWay() {
        assertThat(get(tokenOf(others.engineer(null)), path("next-level")).status())
                .isEqualTo(403);
        assertThat(post(tokenOf(UUID.randomUUID()), path("what-if"), raise("sql", "4"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void shortestWayIsProvedAndLeadsThere() {
        var answer = get(tokenOf(engineer), path("next-level"));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        var body = answer.body();
        assertThat(body.get("target").asString()).isEqualTo("senior");
        assertThat(body.get("exact").asBoolean()).isTrue();
        assertThat(body.get("atLeast").asInt()).isEqualTo(1);
        assertThat(body.at("/paths/0/steps/0/skill").asString()).isEqualTo("mentoring");
        assertThat(body.at("/paths/0/steps/0/what").asString()).isEqualTo("REVIEW");
        assertThat(body.at("/paths/0/verified").asString()).isEqualTo("senior");
        assertThat(body.at("/paths/1/steps/0/skill").asString()).isEqualTo("sql");
        assertThat(body.at("/paths/1/effort").asDouble()).isCloseTo(0.088235, within(1e-6));
        assertThat(body.at("/paths/1/sentence/en").asString()).contains("raise text from 3.4 to 3.5");
        assertThat(body.at("/paths/1/steps/0/actions").size()).isEqualTo(2);
    }

    @Test
    void statedInterestDecidesWhereItIsAskedTo() {
        var stated = send(tokenOf(engineer), "PUT", path("interests"), """
                {"framework": "%s", "interests": [{"skill": "sql", "interest": 3}]}""".formatted(framework));
        assertThat(stated.status()).as("%s", stated.body()).isEqualTo(200);
        var body = get(tokenOf(engineer), path("next-level?rank=INTEREST")).body();
        assertThat(body.at("/paths/0/steps/0/skill").asString()).isEqualTo("sql");
        assertThat(body.at("/paths/0/interest").asInt()).isEqualTo(3);
        assertThat(get(tokenOf(engineer), path("next-level?rank=MOOD")).status())
                .isEqualTo(400);
        assertThat(get(tokenOf(engineer), path("next-level?level=king")).status())
                .isEqualTo(400);
    }

    @Test
    void whatIfIsTheEnginesAnswerAndStoresNothing() {
        var answer = post(tokenOf(manager), path("what-if"), raise("sql", "4"));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        var body = answer.body();
        assertThat(body.at("/now/verified").asString()).isEqualTo("mid");
        assertThat(body.at("/then/verified").asString()).isEqualTo("senior");
        assertThat(body.at("/then/pLow").asDouble())
                .isGreaterThan(body.at("/now/levels/2/pLow").asDouble());
        var sql = body.get("lines")
                .valueStream()
                .filter(line -> line.get("skill").asString().equals("sql"))
                .findFirst()
                .orElseThrow();
        assertThat(sql.get("meanThen").asDouble()).isGreaterThanOrEqualTo(4);
        assertThat(sql.at("/requirements/2/status").asString()).isEqualTo("NOT_MET");
        assertThat(sql.at("/requirements/2/statusThen").asString()).isEqualTo("MET");
        assertThat(get(tokenOf(engineer), "/api/assessments/engineers/" + engineer + "/level")
                        .body()
                        .get("verified")
                        .asString())
                .isEqualTo("mid");
        assertThat(others.logged(engineer)).isEqualTo(16);
    }

    @Test
    void whatIfRefusesWhatTheFrameworkDoesNotHave() {
        var answer = post(tokenOf(engineer), path("what-if"), """
                {"raises": [{"skill": "cooking", "to": 4}, {"skill": "sql", "to": 9}, {"skill": "java", "to": 3.7}]}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors").size()).isEqualTo(3);
        assertThat(post(tokenOf(engineer), path("what-if"), "{}").status()).isEqualTo(422);
    }

    private ObservationsRecorded said(Kind kind, String source, String... ratings) {
        return observed(engineer, kind, source, framework, TODAY, NOW, ratings);
    }

    private static String raise(String skill, String to) {
        return "{\"raises\": [{\"skill\": \"%s\", \"to\": %s}]}".formatted(skill, to);
    }

    private String path(String what) {
        return "/api/assessments/engineers/" + engineer + "/" + what;
    }
}
