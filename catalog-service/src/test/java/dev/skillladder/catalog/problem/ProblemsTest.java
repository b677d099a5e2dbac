package dev.skillladder.catalog.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class ProblemsTest extends CatalogTest {

    private static final String DRAFTS = "/api/catalog/frameworks/problems/drafts";
    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void unknownPathIs404InTheOneShape() {
        Api.Answer answer = api.as("ada").get("/api/catalog/nothing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.problem()).isEqualTo("not-found");
        assertThat(answer.json().at("/instance").asString()).isEqualTo("/api/catalog/nothing");
        assertThat(answer.json().at("/requestId").asString()).isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void wrongMethodIs405() {
        Api.Answer answer = api.as("ada").delete("/api/catalog/frameworks");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.problem()).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("GET");
    }

    @Test
    void otherMediaTypeIs415() {
        Api.Answer answer = curator().with("Content-Type", "text/plain").post(DRAFTS, "hello");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"document": | malformed-json | ''
            {"document": {"id": "a",}} | malformed-json | /document
            [] | wrong-type | ''
            "text" | wrong-type | ''
            {"document": []} | wrong-type | /document
            {"document": {"scale": {"min": "1", "max": 5, "step": 1, "steps": []}}} | wrong-type | /document/scale/min
            {"document": {"scale": {"min": 1e999, "max": 5, "step": 1}}} | wrong-type | /document/scale/min
            {"document": {"scale": {"max": 5, "step": 1, "steps": []}}} | wrong-type | /document/scale/min
            {"document": {"skills": [{"behaviours": [{"step": 1.5}]}]}} | wrong-type | /document/skills/0/behaviours/0/step
            {"document": {"skills": "many"}} | wrong-type | /document/skills
            {"document": {"name": "Name"}} | wrong-type | /document/name
            {"document": {"name": {"zh": 3, "en": "x"}}} | wrong-type | /document/name/zh
            {"document": {"source": "half \\ud800"}} | wrong-type | /document/source
            {"document": {"source": "zero \\u0000"}} | wrong-type | /document/source
            {"document": {"developmentActions": [{"kind": "NAP"}]}} | wrong-type | /document/developmentActions/0/kind
            {"document": {"developmentActions": [{"kind": 0}]}} | wrong-type | /document/developmentActions/0/kind
            {"document": {"behaviors": []}} | wrong-type | /document/behaviors
            {"basedOn": 1, "basedOn": 2} | malformed-json | ''
            {"basedOn": true} | wrong-type | /basedOn
            {"basedOn": 99999999999} | malformed-json | /basedOn
            {} | bad-draft-start | /document
            {"basedOn": 1, "document": {}} | bad-draft-start | /document
            """)
    void unreadableBodiesAreToldWithTheirPlace(String body, String problem, String pointer) {
        Api.Answer answer = curator().post(DRAFTS, body);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.problem()).as(answer.toString()).isEqualTo(problem);
        assertThat(answer.json().at("/errors/0/pointer").asString())
                .as(answer.toString())
                .isEqualTo(pointer);
        assertThat(answer.text()).doesNotContain("dev.skillladder.c").doesNotContain("java.");
    }

    @Test
    void missingBodyIs400() {
        assertThat(curator().post(DRAFTS, "").problem()).isEqualTo("malformed-body");
    }

    @Test
    void deepNestingIs400() {
        Api.Answer answer = curator().post(DRAFTS, "[".repeat(100_000));

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void draftBodiesBeyond16MegabytesAre413() {
        Api.Answer declared = curator().post(DRAFTS, " ".repeat(16 * MEGABYTE + 1));
        byte[] bytes = (" ".repeat(16 * MEGABYTE + 1) + "{}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Api.Answer chunked =
                curator().send("POST", DRAFTS, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));

        assertThat(declared.status()).isEqualTo(413);
        assertThat(declared.problem()).isEqualTo("body-too-large");
        assertThat(chunked.status()).as(chunked.toString()).isEqualTo(413);
        assertThat(chunked.problem()).isEqualTo("body-too-large");
    }

    @Test
    void draftBodiesOfSeveralMegabytesAreTaken() {
        String framework = newFramework();
        SmallFramework large =
                SmallFramework.named(framework).with("/description/en", "\"" + "long ".repeat(2 * MEGABYTE) + "\"");

        assertThat(draft(framework, large).status()).isEqualTo(201);
    }

    @Test
    void otherBodiesBeyond1MegabyteAre413() {
        Api.Answer answer = curator().post(DRAFTS + "/" + UUID.randomUUID() + "/publish", " ".repeat(MEGABYTE + 1));

        assertThat(answer.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/catalog/frameworks?limit=0",
                "/api/catalog/frameworks?limit=201",
                "/api/catalog/frameworks?limit=many",
                "/api/catalog/skills?after=%21",
                "/api/catalog/skills?version=1",
                "/api/catalog/skills?after=bm90IGEgY3Vyc29y"
            })
    void badParametersAre400(String path) {
        assertThat(api.as("ada").get(path).status()).isEqualTo(400);
    }

    @Test
    void whatTheContainerRefusesHasTheSameShape() {
        Api.Answer answer = api.as("ada").get("/api/catalog/%2e%2e;/frameworks");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void keepsAHarmlessRequestIdAndReplacesOthers() {
        assertThat(api.with("X-Request-Id", "trace-7.A_b")
                        .get("/actuator/health")
                        .header("X-Request-Id"))
                .isEqualTo("trace-7.A_b");
        assertThat(api.with("X-Request-Id", "a b<script>")
                        .get("/actuator/health")
                        .header("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
        assertThat(api.with("X-Request-Id", "x".repeat(65))
                        .get("/actuator/health")
                        .header("X-Request-Id"))
                .matches("[0-9a-f-]{36}");
        assertThat(api.get("/actuator/health").header("X-Request-Id")).matches("[0-9a-f-]{36}");
    }

    @Test
    void unexpectedFailuresTellAReferenceAndNothingElse() {
        UUID reference = UUID.randomUUID();

        ResponseEntity<Object> answer = new ProblemAdvice(() -> reference)
                .unexpected(new IllegalStateException("password is 1234"), new MockHttpServletRequest("GET", "/x"));

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(String.valueOf(answer.getBody()))
                .contains(reference.toString())
                .doesNotContain("1234");
    }

    private Api curator() {
        return api.as("carla", "curator");
    }
}
