package dev.skillladder.assessment.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.Api.Reply;
import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.Person;
import dev.skillladder.assessment.Statements;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestTest extends AssessmentTest {

    private static final String REVIEWS = "/api/assessments/reviews";

    private final Person engineer = Person.named("engineer");

    @BeforeEach
    void organisation() {
        facts.known(Statements.about(engineer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "nonsense",
                "{\"kind\": \"SELF\"} trailing",
                "{\"kind\": \"SELF\", \"kind\": \"PEER\"}",
                "[7]",
                "null"
            })
    void refusesBrokenJson(String body) {
        Reply reply = api.post(engineer.token(), REVIEWS, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("malformed-json");
        assertThat(reply.text()).doesNotContain("tools.jackson", "Exception");
    }

    @Test
    void saysWhereJsonBreaks() {
        Reply reply = api.post(engineer.token(), REVIEWS, "{\n  \"kind\": SELF\n}");

        assertThat(reply.at("/detail")).contains("line 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"subject\": \"not-a-uuid\"} | /subject",
                "{\"kind\": \"BOSS\"} | /kind",
                "{\"observedOn\": \"yesterday\"} | /observedOn",
                "{\"frameworkVersion\": 1.5} | /frameworkVersion",
                "{\"frameworkVersion\": \"1\"} | /frameworkVersion",
                "{\"ratings\": {}} | /ratings",
                "{\"ratings\": [{\"skill\": \"java\", \"value\": \"4\"}]} | /ratings/0/value",
                "{\"ratings\": [{\"skill\": \"java\"}, {\"value\": {}}]} | /ratings/1/value",
                "{\"ratings\": [{\"skill\": \"java\", \"worth\": 4}]} | /ratings/0/worth",
                "{\"observedon\": \"2026-10-01\"} | /observedon"
            })
    void pointsAtWrongTypesAndUnknownProperties(String body, String pointer) {
        Reply reply = api.post(engineer.token(), REVIEWS, body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.pointers()).containsExactly(pointer);
        assertThat(reply.text()).doesNotContain("tools.jackson", "java.util", "java.time");
    }

    @Test
    void refusesBodiesOverTheLimit() {
        Reply reply = api.post(engineer.token(), REVIEWS, "{\"framework\": \"" + "x".repeat(2_000_000) + "\"}");

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.problem()).isEqualTo("body-too-large");
    }

    @Test
    void refusesBodiesOverTheLimitOfUnannouncedLength() {
        byte[] body = ("{\"framework\": \"" + "x".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.US_ASCII);
        Reply reply = api.send(HttpRequest.newBuilder(api.at(REVIEWS))
                .header("Authorization", "Bearer " + engineer.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.problem()).isEqualTo("body-too-large");
    }

    @Test
    void refusesOtherMediaTypes() {
        Reply reply = api.post(engineer.token(), REVIEWS, "{}", "Content-Type", "text/plain");

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.problem()).isEqualTo("unsupported-media-type");
    }

    @Test
    void tellsUnknownPathsAndMethodsApart() {
        Reply path = api.get(engineer.token(), "/api/assessments/nothing-here");
        assertThat(path.status()).isEqualTo(404);
        assertThat(path.problem()).isEqualTo("unknown-path");
        assertThat(path.at("/instance")).isEqualTo("/api/assessments/nothing-here");

        Reply method = api.call("PATCH", engineer.token(), REVIEWS, "{}");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.problem()).isEqualTo("method-not-allowed");
        assertThat(method.header("Allow")).contains("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REVIEWS + "/not-a-uuid",
                REVIEWS + "?subject=me",
                REVIEWS + "?kind=BOSS",
                REVIEWS + "?limit=many",
                REVIEWS + "?limit=0"
            })
    void refusesUnreadableParameters(String path) {
        Reply reply = api.get(engineer.token(), path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.problem()).isEqualTo("bad-request");
    }

    @Test
    void answersUnknownIdsWith404() {
        assertThat(api.get(engineer.token(), REVIEWS + "/" + engineer).problem())
                .isEqualTo("not-found");
    }

    @Test
    void keepsTheCallersRequestIdAndMakesOneOtherwise() {
        Reply kept = api.get(engineer.token(), "/nowhere", "X-Request-Id", "trace-12345678");
        assertThat(kept.header("X-Request-Id")).isEqualTo("trace-12345678");
        assertThat(kept.at("/requestId")).isEqualTo("trace-12345678");

        Reply made = api.get(null, REVIEWS, "X-Request-Id", "no good id!");
        assertThat(made.header("X-Request-Id")).isNotEqualTo("no good id!").hasSize(36);
        assertThat(made.at("/requestId")).isEqualTo(made.header("X-Request-Id"));
    }
}
