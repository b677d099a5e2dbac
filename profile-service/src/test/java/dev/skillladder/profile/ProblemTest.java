package dev.skillladder.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest extends ProfileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /api/profiles/nothing         | 404 | unknown-path",
                "GET    | /nowhere                      | 404 | unknown-path",
                "DELETE | /api/profiles/me              | 405 | method-not-allowed",
                "GET    | /api/profiles/engineers/7     | 400 | invalid-parameter",
            })
    void tellsWhatIsWrongWithTheRequest(String method, String path, int status, String problem) {
        Answer answer = send(hr(), method, path, "");

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().get("status").asInt()).isEqualTo(status);
        assertThat(answer.body().get("instance").asString()).isEqualTo(path);
        assertThat(answer.body().get("title").asString()).isNotBlank();
        assertThat(answer.body().get("detail").asString()).isNotBlank();
        assertThat(answer.body().get("requestId").asString()).isEqualTo(answer.header("X-Request-Id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": {\"zh\": \"a\", nope       | /name/zh",
                "{\"email\": \"a\" \"b\"               | /email",
                "{\"email\": \"a\", \"email\": \"b\"}  | /email",
                "nope                                  | ''",
                "{}}                                   | ''",
            })
    void tellsWhereJsonBreaks(String body, String pointer) {
        Answer answer = post("/api/profiles/engineers", body);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-json");
        assertThat(answer.pointers()).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"text\"", "null"})
    void refusesBodiesThatAreNoObject(String body) {
        Answer answer = post("/api/profiles/engineers", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers()).containsExactly("");
    }

    @Test
    void refusesMissingBody() {
        assertThat(post("/api/profiles/engineers", "").status()).isEqualTo(400);
    }

    @Test
    void refusesOtherMediaTypes() {
        Answer answer = post("/api/profiles/engineers", "a=b", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    }

    @Test
    void answersProblemsWhateverTheClientAccepts() {
        Answer answer = send(hr(), "GET", "/api/profiles/engineers", "", "Accept", "text/csv");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.problem()).isEqualTo("not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(ints = {1024 * 1024, 10 * 1024 * 1024})
    void refusesLargeBodies(int size) {
        Answer answer = post("/api/profiles/engineers", "{\"email\": \"" + "a".repeat(size) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
    }

    @Test
    void refusesDeeplyNestedBodies() {
        Answer answer = post("/api/profiles/engineers", "{\"a\":".repeat(5_000));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void keepsHarmlessRequestIdsOnly() {
        String good = UUID.randomUUID().toString();

        assertThat(send(hr(), "GET", "/api/profiles/teams", "", "X-Request-Id", good)
                        .header("X-Request-Id"))
                .isEqualTo(good);
        assertThat(send(hr(), "GET", "/api/profiles/teams", "", "X-Request-Id", "a b")
                        .header("X-Request-Id"))
                .isNotEqualTo("a b")
                .isNotBlank();
    }
}
