package dev.skillladder.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import dev.skillladder.testsupport.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AccessTest extends CatalogTest {

    private static final String DRAFT = "/api/catalog/frameworks/x/drafts/6f1c2a52-0b2e-4f8e-9a51-0d7c3c1d2e3f";

    @ParameterizedTest
    @CsvSource({
        "GET, /api/catalog/frameworks",
        "GET, /api/catalog/frameworks/x",
        "GET, /api/catalog/frameworks/x/versions/latest",
        "GET, /api/catalog/skills",
        "POST, /api/catalog/frameworks/x/drafts",
        "GET, " + DRAFT,
        "PUT, " + DRAFT,
        "DELETE, " + DRAFT,
        "GET, " + DRAFT + "/validation",
        "POST, " + DRAFT + "/publish",
        "POST, " + DRAFT + "/impact",
        "GET, " + DRAFT + "/impact",
        "DELETE, " + DRAFT + "/impact/6f1c2a52-0b2e-4f8e-9a51-0d7c3c1d2e3f",
        "POST, " + DRAFT + "/approval",
        "GET, /api/catalog/dead-letters",
        "POST, /api/catalog/dead-letters/1/retry",
        "GET, /api/catalog/pending",
        "GET, /nowhere",
        "GET, /actuator/env",
    })
    void refusesEverybodyWithoutToken(String method, String path) {
        Api.Answer answer = api.send(method, path, BodyPublishers.noBody());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.json().at("/requestId").asString()).isEqualTo(answer.header("X-Request-Id"));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesBadTokens(String token) {
        Api.Answer answer = api.withToken(token).get("/api/catalog/frameworks");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
    }

    static Stream<String> badTokens() {
        return Stream.of(
                "not-a-token",
                TestTokens.expired("ada", "curator"),
                TestTokens.notYetValid("ada", "curator"),
                TestTokens.fromWrongIssuer("ada", "curator"),
                TestTokens.forWrongAudience("ada", "curator"),
                TestTokens.withoutAudience("ada", "curator"),
                TestTokens.signedByUnknownKey("ada", "curator"),
                TestTokens.unsigned("ada", "curator"),
                TestTokens.signedWithPublicKeyAsSecret("ada", "curator"),
                TestTokens.tokenWith("ada", "sub", "", "curator"));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/catalog/frameworks/x/drafts",
        "GET, " + DRAFT,
        "PUT, " + DRAFT,
        "DELETE, " + DRAFT,
        "GET, " + DRAFT + "/validation",
        "POST, " + DRAFT + "/publish",
        "POST, " + DRAFT + "/impact",
        "GET, " + DRAFT + "/impact",
        "DELETE, " + DRAFT + "/impact/6f1c2a52-0b2e-4f8e-9a51-0d7c3c1d2e3f",
        "POST, " + DRAFT + "/approval",
    })
    void refusesDraftsToEverybodyButCurators(String method, String path) {
        for (String role : new String[] {"hr", "auditor", "operator", "CURATOR", "ROLE_curator"}) {
            Api.Answer answer = api.as("ada", role).send(method, path, BodyPublishers.noBody());

            assertThat(answer.status()).as(role).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("forbidden");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/catalog/dead-letters",
        "POST, /api/catalog/dead-letters/1/retry",
        "GET, /api/catalog/pending",
    })
    void refusesDeadLettersToEverybodyButOperators(String method, String path) {
        assertThat(api.as("ada", "hr", "curator", "auditor")
                        .send(method, path, BodyPublishers.noBody())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void operatorsReadDeadLettersAndPending() {
        Api olga = api.as("olga", "operator");

        assertThat(olga.get("/api/catalog/dead-letters").json().at("/items").isEmpty())
                .isTrue();
        assertThat(olga.get("/api/catalog/pending").status()).isEqualTo(200);
        Api.Answer unknown = olga.post("/api/catalog/dead-letters/1/retry", "");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().at("/detail").asString()).contains("list them");
    }

    @Test
    void everybodyReadsWhatIsPublished() {
        String framework = newFramework();
        assertThat(publish(framework, SmallFramework.named(framework)).status()).isEqualTo(201);
        Api ada = api.as("ada");

        assertThat(ada.get("/api/catalog/frameworks/" + framework)
                        .json()
                        .at("/versions/0/version")
                        .asInt())
                .isEqualTo(1);
        assertThat(ada.get("/api/catalog/frameworks/" + framework + "/versions/1")
                        .status())
                .isEqualTo(200);
        assertThat(ada.get("/api/catalog/skills").status()).isEqualTo(200);
    }

    @Test
    void draftsAndUnpublishedFrameworksAreShownToCuratorsOnly() {
        String published = newFramework();
        publish(published, SmallFramework.named(published));
        String unpublished = newFramework();
        draft(unpublished, SmallFramework.named(unpublished));
        Api ada = api.as("ada", "hr");
        Api carla = api.as("carla", "curator");

        assertThat(ada.get("/api/catalog/frameworks/" + published).json().has("drafts"))
                .isFalse();
        assertThat(carla.get("/api/catalog/frameworks/" + published)
                        .json()
                        .at("/drafts")
                        .size())
                .isEqualTo(1);
        assertThat(ada.get("/api/catalog/frameworks/" + unpublished).status()).isEqualTo(404);
        assertThat(carla.get("/api/catalog/frameworks/" + unpublished).status()).isEqualTo(200);
        assertThat(ada.get("/api/catalog/frameworks?limit=200").text())
                .contains(published)
                .doesNotContain(unpublished);
        assertThat(carla.get("/api/catalog/frameworks?limit=200").text()).contains(unpublished);
    }

    @Test
    void healthMetricsAndDescriptionAreOpenOnTheServicesOwnPort() {
        for (String path :
                new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/prometheus", "/v3/api-docs"
                }) {
            assertThat(api.get(path).status()).as(path).isEqualTo(200);
        }
    }
}
