package dev.skillladder.assessment.humanreview;

import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HumanReviewTest extends AssessmentTest {

    private static final String ONLY_PEOPLE = "{\"humanOnly\": true, \"reason\": \"I do not trust the numbers.\"}";
    private static final String ANYTHING = "{\"humanOnly\": false, \"reason\": \"Fine again.\"}";

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
