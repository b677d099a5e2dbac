package dev.skillladder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.testsupport.TestPostgres;
import dev.skillladder.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Behind a proxy that ends TLS, on an address that is not loopback. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "SERVER_ADDRESS=0.0.0.0",
            "GATEWAY_TLS=in-front",
            "PUBLIC_URL=https://skills.example",
            "OIDC_CLIENT_SECRET=unused",
            "ENCRYPTION_KEYS=test:" + Browser.KEY,
            "LOG_FORMAT="
        })
class TlsInFrontTest {

    private static final TestPostgres.Database DATABASE = TestPostgres.database("gateway");

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        registry.add("DB_URL", DATABASE::jdbcUrl);
        registry.add("DB_USER", DATABASE::user);
        registry.add("DB_PASSWORD", DATABASE::password);
        registry.add("OIDC_ISSUER", TestTokens::issuer);
    }

    @Test
    void bindsCookiesToTlsAndThisHost() throws Exception {
        try (var provider = new StubProvider()) {
            var browser = new Browser(port, provider);
            var answer = browser.open("/oauth2/authorization/skill-ladder");
            assertThat(answer.headers().allValues("Set-Cookie"))
                    .anySatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-SESSION=")
                            .contains("Secure")
                            .contains("HttpOnly")
                            .contains("SameSite=Lax")
                            .contains("Path=/")
                            .doesNotContain("Domain"))
                    .anySatisfy(cookie -> assertThat(cookie)
                            .startsWith("XSRF-TOKEN=")
                            .contains("Secure")
                            .doesNotContain("HttpOnly"));
            assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=31536000");
            assertThat(StubProvider.parameters(Browser.location(answer).getRawQuery()))
                    .containsEntry("redirect_uri", "https://skills.example/login/oauth2/code/skill-ladder");
        }
    }
}
