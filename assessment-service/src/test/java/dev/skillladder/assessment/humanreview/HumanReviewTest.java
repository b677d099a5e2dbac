package dev.skillladder.assessment.humanreview;

import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.TestTopics;
import dev.skillladder.assessment.level.VerifyLevels;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.LevelComputed;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class HumanReviewTest extends AssessmentTest {

    private static final String ONLY_PEOPLE = "{\"humanOnly\": true, \"reason\": \"I do not trust the numbers.\"}";
    private static final String ANYTHING = "{\"humanOnly\": false, \"reason\": \"Fine again.\"}";

    @Autowired
    private VerifyLevels verifyLevels;

    private String framework;
    private UUID manager;
    private UUID engineer;

    @BeforeEach
    void proposedByPeersAlone() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        manager = others.engineer(null);
        engineer = others.engineer(manager, role(framework, STREAMING));
        others.observe(
                engineer,
                3,
                observed(engineer, Kind.PEER, "p0", framework, TODAY, NOW, "kafka 5"),
                observed(engineer, Kind.PEER, "p1", framework, TODAY, NOW, "kafka 5"),
                observed(engineer, Kind.PEER, "p2", framework, TODAY, NOW, "kafka 5"));
    }

    @Test
    void onlyThePersonAndHrAskForItAndHrDoesNotUndoThePersonsWish() {
        assertThat(send(tokenOf(manager), "PUT", path(), ONLY_PEOPLE).status()).isEqualTo(403);
        assertThat(get(tokenOf(others.engineer(null)), path()).status()).isEqualTo(403);
        assertThat(send(tokenOf(engineer), "PUT", path(), "{\"humanOnly\": true}")
                        .status())
                .isEqualTo(422);

        assertThat(send(tokenOf(engineer), "PUT", path(), ONLY_PEOPLE).status()).isEqualTo(200);
        assertThat(send(hr(), "PUT", path(), ANYTHING).status()).isEqualTo(409);
        assertThat(get(tokenOf(manager), path()).body().get("humanOnly").asBoolean())
                .isTrue();
        assertThat(send(tokenOf(engineer), "PUT", path(), ANYTHING).status()).isEqualTo(200);
        assertThat(get(hr(), path()).body().get("humanOnly").asBoolean()).isFalse();
    }

    @Test
    void everyPlaceSaysThatPeopleDecideFromThatDayOn() {
        long othersDifferences = verifyLevels.everybody().differences(); // rows that other tests wrote by hand
        clock.advance(Duration.ofDays(2));
        assertThat(state("")).isEqualTo("PROPOSE");

        send(tokenOf(engineer), "PUT", path(), ONLY_PEOPLE);

        assertThat(state("")).isEqualTo("HUMAN_REVIEW");
        assertThat(state("?asOf=2026-11-02")).as("the day before it was said").isEqualTo("PROPOSE");
        assertThat(state("?knownAt=2026-11-02T00:00:00Z"))
                .as("before it was known")
                .isEqualTo("PROPOSE");
        assertThat(jdbc.sql("select state from engineer_level where engineer = ?")
                        .param(engineer)
                        .query(String.class)
                        .single())
                .isEqualTo("HUMAN_REVIEW");
        String about = "/api/assessments/engineers/" + engineer;
        JsonNode explanation = get(tokenOf(engineer), about + "/explanation").body();
        assertThat(explanation.toString()).contains("Only people judge here", "只由人评判");
        assertThat(post(tokenOf(engineer), about + "/what-if", "{\"raises\": [{\"skill\": \"kafka\", \"to\": 5}]}")
                        .body()
                        .at("/then/state")
                        .asString())
                .isEqualTo("HUMAN_REVIEW");
        JsonNode history = get(tokenOf(engineer), about + "/history").body().get("items");
        assertThat(history.at("/0/state").asString()).isEqualTo("HUMAN_REVIEW");
        assertThat(history.at("/1/state").asString()).isEqualTo("PROPOSE");
        assertThat(raw(hr(), "GET", "/api/reports/levels?format=csv", "").body().lines())
                .anySatisfy(row -> assertThat(row).contains("HUMAN_REVIEW"));
        assertThat(verifyLevels.everybody().differences()).isEqualTo(othersDifferences);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(TestTopics.read(Topics.LEVELS, engineer.toString(), LevelComputed.class))
                                .last()
                                .extracting(LevelComputed::state)
                                .isEqualTo(LevelComputed.State.HUMAN_REVIEW));

        send(tokenOf(engineer), "PUT", path(), ANYTHING);
        assertThat(state("")).isEqualTo("PROPOSE");
        assertThat(verifyLevels.everybody().differences()).isEqualTo(othersDifferences);
    }

    @Test
    void nothingIsProposedAndOnlyAFullReviewConfirms() {
        assertThat(proposed()).isEqualTo(1);
        send(tokenOf(engineer), "PUT", path(), ONLY_PEOPLE);

        assertThat(proposed()).isZero();
        JsonNode view =
                get(tokenOf(manager), "/api/assessments/proposals/" + engineer).body();
        assertThat(view.get("humanReviewOnly").asBoolean()).isTrue();
        assertThat(view.get("proposed").isNull()).isTrue();
        Answer refused = decide();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("detail").asString()).contains("kafka");

        others.observe(
                engineer, 4, observed(engineer, Kind.MANAGER, manager.toString(), framework, TODAY, NOW, "kafka 5"));
        assertThat(decide().status()).isEqualTo(201);
    }

    private String state(String query) {
        return get(tokenOf(engineer), "/api/assessments/engineers/" + engineer + "/level" + query)
                .body()
                .get("state")
                .asString();
    }

    private String path() {
        return "/api/assessments/engineers/" + engineer + "/human-review-only";
    }

    private int proposed() {
        return get(tokenOf(manager), "/api/assessments/proposals")
                .body()
                .get("items")
                .size();
    }

    private Answer send(String token, String method, String path, String body) {
        return send(token, method, path, body, new String[0]);
    }

    private Answer decide() {
        String seen = raw(tokenOf(manager), "GET", "/api/assessments/proposals/" + engineer, "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return send(
                tokenOf(manager),
                "POST",
                "/api/assessments/engineers/" + engineer + "/decisions",
                """
                        {"outcome": "CONFIRMED", "level": "senior", "reason": "Led the migration."}
                        """,
                "If-Match",
                seen);
    }
}
