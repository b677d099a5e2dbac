package dev.skillladder.assessment.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EvaluateTest extends AssessmentTest {

    private static final String PATH = "/api/assessments/evaluate";
    private static final Offset<Double> SIX_DECIMALS = within(1e-6);

    /** The smallest framework there can be: everything else takes its default. */
    private static final String SMALL = """
            {"skills": [{"id": "kafka"}],
             "ladders": [{"id": "l", "levels": [{"id": "junior"}, {"id": "senior"}]}],
             "roles": [{"id": "backend", "ladder": "l", "requirements": [
               {"level": "junior", "skill": "kafka", "proficiency": 3, "importance": 1},
               {"level": "senior", "skill": "kafka", "proficiency": 4, "importance": 1}]}]}""";

    private static final String SEEN = """
            [{"skill": "kafka", "kind": "MANAGER", "source": "m", "value": 4, "observedOn": "2026-11-01"},
             {"skill": "kafka", "kind": "PEER", "source": "p1", "value": 4, "observedOn": "2026-11-01"},
             {"skill": "kafka", "kind": "PEER", "source": "p2", "value": 3, "observedOn": "2026-11-01"},
             {"skill": "kafka", "kind": "SELF", "source": "s", "value": 5, "observedOn": "2026-11-01"}]""";

    @Test
    void computesAnInlineFrameworkWithDefaults() {
        var answer = post(hr(), PATH, one(SMALL, "backend", SEEN));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        var line = answer.body().get("lines").get(0);
        assertThat(line.get("estimate").get("mean").asDouble()).isCloseTo(3.782609, SIX_DECIMALS);
        assertThat(line.get("requirements").get(0).get("p").asDouble()).isCloseTo(.974123, SIX_DECIMALS);
        assertThat(line.get("requirements").get(1).get("p").asDouble()).isCloseTo(.665892, SIX_DECIMALS);
        assertThat(line.get("inputs").size()).isEqualTo(4);
        assertThat(answer.body().get("verified").asString()).isEqualTo("senior");
        assertThat(answer.body().get("state").asString()).isEqualTo("LIKELY");
        assertThat(answer.body().get("parameters").get("halfLifeDays").asInt()).isEqualTo(365);
    }

    @Test
    void computesAPublishedVersion() {
        var framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        var answer = post(hr(), PATH, one("{\"id\": \"%s\", \"version\": 1}".formatted(framework), "streaming", SEEN));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.body().get("frameworkVersion").asInt()).isEqualTo(1);
        assertThat(answer.body().get("verified").asString()).isEqualTo("senior");
    }

    @Test
    void dropsWhatWasObservedLater() {
        var later = "[{\"skill\": \"kafka\", \"kind\": \"MANAGER\", \"source\": \"m\", \"value\": 4,"
                + " \"observedOn\": \"2026-11-02\"}]";
        var answer = post(hr(), PATH, one(SMALL, "backend", later));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("lines").get(0).get("estimate").isNull()).isTrue();
        assertThat(answer.body().get("state").asString()).isEqualTo("UNRATED");
    }

    @Test
    void tellsEverythingThatIsWrongWithItsPointer() {
        var wrong = """
                [{"skill": "kafka", "kind": "MANAGER", "source": "m", "value": 6, "observedOn": "2026-11-01"},
                 {"skill": "juggling", "kind": "PEER", "source": "p", "value": 3, "observedOn": "2026-11-01"},
                 {"skill": "kafka", "kind": "SELF", "source": "s", "value": 3, "quality": 0}]""";
        var answer = post(hr(), PATH, one(SMALL, "backend", wrong));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(pointers(answer))
                .containsExactly(
                        "/observations/0/value",
                        "/observations/1/skill",
                        "/observations/2/observedOn",
                        "/observations/2/quality");
    }

    @Test
    void answersEachCaseOfAnArrayByItself() {
        var good = one(SMALL, "backend", SEEN);
        var answer = post(
                hr(),
                PATH,
                "[" + good + "," + one(SMALL, "juggler", "[]") + "," + good.replace("MANAGER", "BOSS") + "]");
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.body().get(0).get("verified").asString()).isEqualTo("senior");
        assertThat(answer.body().get(1).get("errors").get(0).get("pointer").asString())
                .isEqualTo("/1/role");
        assertThat(answer.body().get(2).get("errors").get(0).get("pointer").asString())
                .isEqualTo("/2/observations/0/kind");
    }

    @Test
    void refusesMisspeltPropertiesAndUnknownVersions() {
        assertThat(pointers(post(hr(), PATH, one(SMALL, "backend", SEEN).replace("asOf", "asof"))))
                .containsExactly("/asof");
        assertThat(pointers(post(hr(), PATH, one("{\"id\": \"nowhere\", \"version\": 3}", "backend", SEEN))))
                .containsExactly("/framework");
        assertThat(pointers(post(hr(), PATH, one("{\"roles\": [{}]}", "backend", SEEN))))
                .containsExactly("/framework/roles/0/id", "/framework/roles/0/ladder");
        var twice = SMALL.replace("{\"id\": \"kafka\"}", "{\"id\": \"kafka\"}, {\"id\": \"kafka\"}");
        assertThat(pointers(post(hr(), PATH, one(twice, "backend", SEEN)))).containsExactly("/framework");
        assertThat(post(hr(), PATH, "7").status()).isEqualTo(422);
    }

    @Test
    void refusesTwoStatementsThatNothingRanks() {
        var twice = SEEN.replace("\"p2\"", "\"p1\"");
        assertThat(pointers(post(hr(), PATH, one(SMALL, "backend", twice)))).containsExactly("/observations/2");
    }

    @Test
    void takesAThousandCasesAndNotOneMore() {
        var small = one(SMALL, "backend", SEEN);
        var thousand = post(hr(), PATH, Collections.nCopies(1_000, small).toString());
        assertThat(thousand.status()).isEqualTo(200);
        assertThat(thousand.body().size()).isEqualTo(1_000);
        assertThat(post(hr(), PATH, Collections.nCopies(1_001, small).toString())
                        .status())
                .isEqualTo(422);
    }

    private static String one(String framework, String role, String observations) {
        return """
                {"framework": %s, "role": "%s", "asOf": "2026-11-01", "observations": %s}""".formatted(framework, role, observations);
    }

    private static List<String> pointers(Answer answer) {
        return answer.body()
                .get("errors")
                .valueStream()
                .map(error -> error.get("pointer").asString())
                .toList();
    }
}
