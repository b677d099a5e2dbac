package dev.skillladder.assessment.explanation;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExplanationTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    private String framework = "";
    private UUID manager = UUID.randomUUID();
    private UUID engineer = UUID.randomUUID();
    private UUID firstPeer = UUID.randomUUID();
    private UUID secondPeer = UUID.randomUUID();

    @BeforeEach
    void kafkaOfTheExample() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        manager = others.engineer(null);
        engineer = others.engineer(manager, role(framework, BACKEND));
        firstPeer = others.engineer(null);
        secondPeer = others.engineer(null);
        others.observe(
                engineer,
                4,
                by(Kind.MANAGER, manager, "kafka 4"),
                by(Kind.PEER, firstPeer, "kafka 4"),
                by(Kind.PEER, secondPeer, "kafka 3"),
                by(Kind.SELF, engineer, "kafka 5"));
    }

    @Test
    void strangerMayNotRead() {
        assertThat(get(tokenOf(firstPeer), path()).status()).isEqualTo(403);
        assertThat(get(tokenOf(UUID.randomUUID()), path()).status()).isEqualTo(403);
    }

    @Test
    void personReadsTheManagersNameAndNoPeers() {
        var answer = get(tokenOf(engineer), path());
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        var inputs = kafka(answer.body()).get("inputs");
        assertThat(inputs.get(0).get("source").asString()).isEqualTo(manager.toString());
        assertThat(inputs.get(0).get("name").get("en").asString()).startsWith("Somebody");
        assertThat(answer.body().toString()).doesNotContain(firstPeer.toString(), secondPeer.toString());
    }

    @Test
    void fewerThanThreePeersAreTheirMeanOnly() {
        var inputs = kafka(get(tokenOf(engineer), path()).body()).get("inputs");
        assertThat(inputs.size()).isEqualTo(3);
        assertThat(inputs.get(1).get("count").asInt()).isEqualTo(2);
        assertThat(inputs.get(1).get("value").asDouble()).isEqualTo(3.5);
        assertThat(inputs.get(1).get("observedOn").isNull()).isTrue();
    }

    @Test
    void threePeersAreListedWithoutNames() {
        var third = others.engineer(null);
        others.observe(engineer, 5, by(Kind.PEER, third, "kafka 5"));
        var body = get(tokenOf(manager), path()).body();
        var inputs = kafka(body).get("inputs");
        assertThat(inputs.size()).isEqualTo(5);
        assertThat(inputs.get(1).get("value").asDouble()).isEqualTo(5);
        assertThat(body.toString()).doesNotContain(third.toString(), firstPeer.toString());
    }

    @Test
    void hrReadsTheNumbersWithoutTheManager() {
        var answer = get(hr(), path());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().toString()).doesNotContain(manager.toString());
    }

    @Test
    void saysItInOneSentence() {
        var sentence = kafka(get(tokenOf(engineer), path()).body()).get("sentence");
        // no level is verified yet, so the sentence speaks of junior, which asks for 1
        assertThat(sentence.get("en").asString())
                .isEqualTo("text 3.8: your manager says 4 (43 % of the weight), your two peers together 3.5 (52 %),"
                        + " you said 5 (4 %). text asks for 1, which starts at 0.5: met, 100 % sure;"
                        + " one more peer review would help most.");
        assertThat(sentence.get("zh").asString()).startsWith("文 3.8：您的上级评 4（占权重 43 %）");
    }

    @Test
    void saysTheLevelAndWhatWouldChangeItInBothLanguages() {
        var body = get(tokenOf(engineer), path()).body();
        assertThat(body.at("/summary/en").asString())
                .isEqualTo("Nothing is confirmed, and too little is known to verify a level."
                        + " Verified: none; possible: text.");
        assertThat(body.at("/summary/zh").asString()).startsWith("尚无确认的级别");
        assertThat(body.at("/levels/0/sentence/en").asString())
                .startsWith("text: lacks 6 of importance and the must-haves text, text"
                        + " (8 of 10 importance are needed, 2 are met and 8 unknown; P 0 %–");
        assertThat(body.at("/levels/0/sentence/zh").asString()).startsWith("文：还缺重要度 6；必备：文、文");

        others.observe(engineer, 6, by(Kind.MANAGER, manager, "java 4", "testing 4"));
        body = get(tokenOf(engineer), path()).body();
        assertThat(body.at("/nextReview/kind").asString()).isEqualTo("MANAGER");
        assertThat(body.at("/summary/en").asString())
                .contains("Of all single reviews a review by the manager of text would raise certainty most");
        assertThat(body.at("/summary/zh").asString()).contains("最能提高把握");
    }

    @Test
    void carriesEverythingTheNumbersRestOn() {
        var body = get(tokenOf(engineer), path()).body();
        var estimate = kafka(body).get("estimate");
        assertThat(estimate.get("mean").asDouble()).isCloseTo(3.782609, within(1e-6));
        assertThat(estimate.get("weight").asDouble()).isCloseTo(2.3, within(1e-6));
        assertThat(estimate.get("staleOn").isNull()).isFalse();
        assertThat(kafka(body).get("requirements").get(2).get("p").asDouble()).isCloseTo(.665892, within(1e-6));
        assertThat(kafka(body).get("requirements").get(2).get("certainty").asString())
                .isEqualTo("LIKELY_MET");
        assertThat(body.get("levels").get(0).get("missing").get("mustHaves").toString())
                .isEqualTo("[\"java\",\"testing\"]");
        assertThat(body.get("parameters").get("minWeight").asDouble()).isEqualTo(.5);
        assertThat(body.get("lines").size()).isEqualTo(5);
    }

    @Test
    void explainsAPastDayFromWhatWasKnownThen() {
        var body = get(tokenOf(engineer), path() + "?asOf=2026-10-31").body();
        assertThat(kafka(body).get("estimate").isNull()).isTrue();
        assertThat(kafka(body).get("sentence").get("en").asString()).contains("nobody has said anything yet");
    }

    private String path() {
        return "/api/assessments/engineers/" + engineer + "/explanation";
    }

    private ObservationsRecorded by(Kind kind, UUID source, String... ratings) {
        return observed(engineer, kind, source.toString(), framework, DAY, NOW, ratings);
    }

    private static JsonNode kafka(JsonNode explanation) {
        return explanation
                .get("lines")
                .valueStream()
                .filter(line -> line.get("skill").asString().equals("kafka"))
                .findFirst()
                .orElseThrow();
    }
}
