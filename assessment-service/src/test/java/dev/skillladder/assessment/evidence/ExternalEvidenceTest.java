package dev.skillladder.assessment.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import dev.skillladder.assessment.TestTopics;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.EvidenceSubmitted;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an external producer can and cannot do on the public topic. */
class ExternalEvidenceTest extends AssessmentTest {

    private static final String PRODUCER = "https://certificates.example";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Person engineer = Person.named("engineer");

    @Test
    void becomesAnUnverifiedObservationRecordedOnAppend() {
        facts.known(Statements.about(engineer));
        Instant before = Instant.now().minusSeconds(60);

        send(body("java", "4"), null);

        ObservationsRecorded told = told().getFirst();
        assertThat(told.kind()).isEqualTo(Kind.EVIDENCE);
        assertThat(told.source()).isEqualTo(PRODUCER + "#certificate-1");
        assertThat(told.revision()).isEqualTo(3);
        assertThat(told.recordedAt()).isBetween(before, Instant.now().plusSeconds(60));
        assertThat(told.ratings()).containsExactly(new ObservationsRecorded.Rating("java", 4, .5, null, false));
    }

    @Test
    void cannotPoseAsAManagerNorBackDateWhatWasRecorded() {
        facts.known(Statements.about(engineer));
        Instant before = Instant.now().minusSeconds(60);

        send(
                body("java", "5")
                        .replace("\"revision\": 3", """
                                "revision": 3, "kind": "MANAGER", "source": "%s", "quality": 1.0,
                                "recordedAt": "2020-01-01T00:00:00Z", "rater": "%s"
                                """.formatted(Person.named("manager"), Person.named("manager"))),
                Instant.parse("2020-01-01T00:00:00Z"));

        ObservationsRecorded told = told().getFirst();
        assertThat(told.kind()).isEqualTo(Kind.EVIDENCE);
        assertThat(told.source()).startsWith(PRODUCER);
        assertThat(told.recordedAt()).isAfter(before);
        assertThat(told.ratings().getFirst().quality()).isEqualTo(.5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"skill\": \"java\" | \"skill\": \"cobol\" | skill 'cobol' does not exist",
                "\"value\": 4 | \"value\": 9 | off the scale",
                "\"value\": 4 | \"value\": 4.2 | between two steps",
                "2020-06-30 | 9999-01-01 | lies ahead",
                "\"revision\": 3 | \"revision\": 0 | revision 0",
                "\"certificate-1\" | \"\" | item has 0 characters",
                "\"certificate-1\" | null | all needed",
                "\"revision\": 3 | \"revision\": 3, \"validUntil\": \"2020-06-29\" | lies before observedOn",
                "\"example\" | \"No Slug\" | cannot be a framework",
                "\"skill\": \"java\" | \"skill\": null | without skill",
            })
    void buriesWhatCanNeverBecomeValid(String good, String bad, String reason) {
        facts.known(Statements.about(engineer));

        send(body("java", "4").replace(good, bad), null);

        assertThat(reasonOfDeath()).contains(reason);
        assertThat(TestTopics.read(Topics.OBSERVATIONS, engineer.toString())).isEmpty();
    }

    @Test
    void buriesRecordsUnderAnotherKeyOverlongItemsAndTooManyRatings() {
        facts.known(Statements.about(engineer));
        String other = Person.named("other").toString();
        TestTopics.sendRaw(
                Topics.EVIDENCE,
                engineer.toString(),
                PRODUCER,
                EvidenceSubmitted.TYPE,
                body("java", "4").replace(engineer.toString(), other),
                null);
        assertThat(reasonOfDeath()).contains("key must be the engineer's id");

        send(body("java", "4").replace("certificate-1", "x".repeat(201)), null);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deaths()).anyMatch(it -> it.contains("201 characters")));

        String many = IntStream.range(0, 61)
                .mapToObj(i -> "{\"skill\": \"s%d\", \"value\": 4, \"retracted\": false}".formatted(i))
                .collect(Collectors.joining(", "));
        send(body("java", "4").replaceAll("\\[.*]", "[" + many + "]"), null);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(deaths()).anyMatch(it -> it.contains("61 ratings")));
    }

    @Test
    void waitsForAnEngineerNotYetKnown() {
        send(body("java", "4"), null);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(pendingFor("engineer:" + engineer)).isOne());

        facts.known(Statements.about(engineer));

        assertThat(told()).hasSize(1);
    }

    @Test
    void waitsForAVersionNotYetKnown() {
        facts.known(Statements.about(engineer));
        String framework = ExampleFramework.freshId();
        send(body("java", "4").replace("\"example\"", "\"" + framework + "\""), null);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(pendingFor("framework:" + framework + ":1")).isOne());

        facts.published(ExampleFramework.document(framework), 1);

        assertThat(told().getFirst().framework()).isEqualTo(framework);
    }

    private String body(String skill, String value) {
        return """
                {"engineer": "%s", "item": "certificate-1", "framework": "example", "frameworkVersion": 1, \
                "observedOn": "2020-06-30", "revision": 3, \
                "ratings": [{"skill": "%s", "value": %s, "retracted": false}]}""".formatted(engineer, skill, value);
    }

    private void send(String body, @Nullable Instant timestamp) {
        TestTopics.sendRaw(Topics.EVIDENCE, engineer.toString(), PRODUCER, EvidenceSubmitted.TYPE, body, timestamp);
    }

    private List<ObservationsRecorded> told() {
        return await().atMost(PATIENCE)
                .until(
                        () -> TestTopics.read(Topics.OBSERVATIONS, engineer.toString(), ObservationsRecorded.class),
                        told -> !told.isEmpty());
    }

    private String reasonOfDeath() {
        return await().atMost(PATIENCE)
                .until(this::deaths, deaths -> !deaths.isEmpty())
                .getFirst();
    }

    private List<String> deaths() {
        return api.get(Person.named("operator").token("operator"), "/api/assessments/dead-letters?limit=200")
                .json()
                .at("/items")
                .valueStream()
                .filter(death -> death.at("/key").asString().equals(engineer.toString()))
                .map(death -> death.at("/reason").asString())
                .toList();
    }

    private int pendingFor(String fact) {
        return jdbc.sql("select count(*) from pending_event where fact = ? and topic = ?")
                .params(fact, Topics.EVIDENCE)
                .query(Integer.class)
                .single();
    }
}
