package dev.skillladder.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** Its own context, because keys that were read once are kept. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://127.0.0.1:1/jwks")
class IdentityProviderAwayTest extends CatalogTest {

    @Test
    void keysThatCannotBeFetchedAre503AndNotAnUnexpectedFailure() {
        Api.Answer answer = api.as("ada").get("/api/catalog/frameworks");

        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("identity-provider-unavailable");
    }

    @Test
    void healthAnswersWithoutIt() {
        assertThat(api.get("/actuator/health/liveness").status()).isEqualTo(200);
    }
}
