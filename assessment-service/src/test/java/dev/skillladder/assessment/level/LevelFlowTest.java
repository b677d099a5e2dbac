package dev.skillladder.assessment.level;

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
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From the topic to the level that the API answers. */
class LevelFlowTest extends AssessmentTest {

    private static final Offset<Double> SIX_DECIMALS = within(1e-6);
    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    private String framework;
    private UUID engineer;

    @BeforeEach
    void somebodyInTheExample() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        engineer = others.engineer(null, role(framework, BACKEND));
    }

    @Test
    void computesTheWorkedExampleToSixDecimals() {
        others.observe(
                engineer,
                17,
                by(Kind.MANAGER, "m", "java 4", "kafka 4", "sql 3", "testing 4"),
                by(Kind.PEER, "p1", "java 4", "kafka 4", "sql 4", "testing 3"),
                by(Kind.PEER, "p2", "java 5", "kafka 3", "testing 4"),
                by(Kind.SELF, "s", "java 4", "kafka 5", "sql 4", "mentoring 4"),
                by(Kind.EVIDENCE, "e", "testing 4"),
                by(Kind.SELF, "s", "mentoring 4"));

        JsonNode level = level("");

        assertThat(level.get("verified").asString()).isEqualTo("mid");
        assertThat(level.get("possible").asString()).isEqualTo("senior");
        assertThat(level.get("confirmed").isNull()).isTrue();
        assertThat(level.get("state").asString()).isEqualTo("PROPOSE");
        assertThat(rung(level, 1).get("pLow").asDouble()).isCloseTo(.856429, SIX_DECIMALS);
        assertThat(rung(level, 1).get("pHigh").asDouble()).isCloseTo(.962218, SIX_DECIMALS);
        assertThat(rung(level, 2).get("pLow").asDouble()).isCloseTo(.314800, SIX_DECIMALS);
        assertThat(rung(level, 2).get("pHigh").asDouble()).isCloseTo(.533451, SIX_DECIMALS);
        assertThat(level.get("pLow").asDouble()).isCloseTo(.856429, SIX_DECIMALS);
    }

    private ObservationsRecorded by(Kind kind, String source, String... ratings) {
        return observed(engineer, kind, source, framework, DAY, NOW, ratings);
    }

    private JsonNode level(String query) {
        Answer answer = get(tokenOf(engineer), "/api/assessments/engineers/" + engineer + "/level" + query);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode rung(JsonNode level, int index) {
        return level.get("levels").get(index);
    }
}
