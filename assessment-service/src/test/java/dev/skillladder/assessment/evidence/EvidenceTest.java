package dev.skillladder.assessment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import dev.skillladder.assessment.TestTopics;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvidenceTest extends AssessmentTest {

    private static final String EVIDENCE = "/api/assessments/evidence";
    private static final String REASON = "{\"reason\": \"read the design and the code\"}";

    private final Person director = Person.named("director");
    private final Person manager = Person.named("manager");
    private final Person engineer = Person.named("engineer");
    private final Person stranger = Person.named("stranger");

    @BeforeEach
    void organisation() {
        facts.known(
                Statements.about(director),
                Statements.about(stranger),
                Statements.about(manager).below(director),
                Statements.about(engineer).below(manager));
    }

    @Test
    void refusesStrangersHrAndReports() {
        for (String token :
                List.of(stranger.token("operator"), Person.named("hr").token("hr"))) {
            refused(api.post(token, EVIDENCE, evidence(engineer)));
        }
        refused(api.post(engineer.token(), EVIDENCE, evidence(manager)));
    }

    @Test
    void letsThePersonManagersAndHrReadAndNobodyElse() {
        String path = EVIDENCE + "/" + submit(engineer).at("/id");

        for (String token : List.of(
                engineer.token(),
                manager.token(),
                director.token(),
                Person.named("hr").token("hr"))) {
            assertThat(api.get(token, path).status()).isEqualTo(200);
            assertThat(api.get(token, EVIDENCE + "?subject=" + engineer)
                            .json()
                            .at("/items")
                            .size())
                    .isOne();
        }
        refused(api.get(stranger.token("operator", "curator"), path));
        refused(api.get(stranger.token(), EVIDENCE + "?subject=" + engineer));
        assertThat(api.get(engineer.token(), EVIDENCE).json().at("/items").size())
                .isOne();
    }

    @Test
    void letsOnlyManagersAboveVerify() {
        String path = EVIDENCE + "/" + submit(engineer).at("/id") + "/verification";

        refused(api.post(engineer.token(), path, REASON));
        refused(api.post(stranger.token(), path, REASON));
        refused(api.post(Person.named("hr").token("hr"), path, REASON));
        assertThat(api.post(director.token(), path, REASON).status()).isEqualTo(200);
    }

    @Test
    void letsNobodyButThePersonAndManagersTakeItBack() {
        String path = EVIDENCE + "/" + submit(engineer).at("/id");

        refused(api.delete(stranger.token(), path));
        refused(api.delete(Person.named("hr").token("hr"), path));
        assertThat(api.delete(manager.token(), path).status()).isEqualTo(204);
    }

    @Test
    void tellsUnverifiedEvidenceAtItsQuality() {
        Reply item = submit(engineer);

        assertThat(item.header("Location")).isEqualTo(EVIDENCE + "/" + item.at("/id"));
        ObservationsRecorded told = told(1).getFirst();
        assertThat(told.kind()).isEqualTo(Kind.EVIDENCE);
        assertThat(told.source()).isEqualTo(item.at("/id"));
        assertThat(told.origin()).isEqualTo(item.at("/id"));
        assertThat(told.recordedAt()).isEqualTo(NOW);
        assertThat(told.ratings())
                .containsExactly(new ObservationsRecorded.Rating("java", 4, .5, LocalDate.parse("2028-06-30"), false));
    }

    @Test
    void countsInFullOnceVerified() {
        String path = EVIDENCE + "/" + submit(engineer).at("/id");

        Reply verified = api.post(manager.token(), path + "/verification", REASON);

        assertThat(verified.at("/state")).isEqualTo("VERIFIED");
        assertThat(verified.at("/verifiedBy")).isEqualTo(manager.toString());
        assertThat(api.get(engineer.token(), "/api/assessments/inbox").at("/items/0/kind"))
                .isEqualTo("EVIDENCE_VERIFIED");
        assertThat(verified.header("ETag")).isEqualTo("\"2\"");
        ObservationsRecorded told = told(2).get(1);
        assertThat(told.revision()).isEqualTo(2);
        assertThat(told.ratings().getFirst().quality()).isEqualTo(1);
        assertThat(TestTopics.read(Topics.OBSERVATIONS, engineer.toString())
                        .get(1)
                        .value())
                .doesNotContain("read the design");
        assertThat(api.post(manager.token(), path + "/verification", REASON).status())
                .isEqualTo(409);
    }

    @Test
    void storesNoTextThatCanBeReadWithoutTheKey() {
        String id = submit(engineer).at("/id");
        api.post(manager.token(), EVIDENCE + "/" + id + "/verification", REASON);

        assertThat(jdbc.sql("select title || link || verification_reason from evidence where id = ?::uuid")
                        .param(id)
                        .query(String.class)
                        .single())
                .doesNotContain("Rewrote", "example.com", "read the design");
        assertThat(api.get(engineer.token(), EVIDENCE + "/" + id).at("/verificationReason"))
                .isEqualTo("read the design and the code");
    }

    @Test
    void retractsWhatIsTakenBack() {
        String path = EVIDENCE + "/" + submit(engineer).at("/id");

        assertThat(api.delete(engineer.token(), path).status()).isEqualTo(204);

        ObservationsRecorded told = told(2).get(1);
        assertThat(told.revision()).isEqualTo(2);
        assertThat(told.ratings()).allMatch(ObservationsRecorded.Rating::retracted);
        assertThat(api.get(engineer.token(), path).at("/state")).isEqualTo("WITHDRAWN");
        assertThat(api.delete(engineer.token(), path).status()).isEqualTo(409);
        assertThat(api.post(manager.token(), path + "/verification", REASON).status())
                .isEqualTo(409);
    }

    @Test
    void wantsAReason() {
        String path = EVIDENCE + "/" + submit(engineer).at("/id") + "/verification";

        assertThat(api.post(manager.token(), path, "{}").pointers()).containsExactly("/reason");
        assertThat(api.post(manager.token(), path, "{\"reason\": \" \"}").pointers())
                .containsExactly("/reason");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Reply reply = api.post(engineer.token(), EVIDENCE, """
                {"subject": "%s", "link": "javascript:alert(1)", "framework": "example", "observedOn": "2026-11-02",
                 "validUntil": "2026-11-01", "ratings": [{"skill": "cobol", "value": 9}]}
                """.formatted(engineer));

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.pointers())
                .containsExactly(
                        "/kind",
                        "/title",
                        "/link",
                        "/observedOn",
                        "/ratings/0/skill",
                        "/ratings/0/value",
                        "/validUntil");
    }

    private Reply submit(Person subject) {
        Reply reply = api.post(subject.token(), EVIDENCE, evidence(subject));
        assertThat(reply.status()).isEqualTo(201);
        return reply;
    }

    private static String evidence(Person subject) {
        return """
                {"subject": "%s", "kind": "PROJECT", "title": "Rewrote the scheduler", "link": "https://example.com/mr/1",
                 "framework": "example", "observedOn": "2026-06-30", "validUntil": "2028-06-30",
                 "ratings": [{"skill": "java", "value": 4}]}
                """.formatted(subject);
    }

    private List<ObservationsRecorded> told(int count) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> TestTopics.read(Topics.OBSERVATIONS, engineer.toString(), ObservationsRecorded.class),
                        told -> told.size() >= count);
    }

    private static void refused(Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.problem()).isEqualTo("not-allowed");
    }
}
