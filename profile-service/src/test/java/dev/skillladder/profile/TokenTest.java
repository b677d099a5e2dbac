package dev.skillladder.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.testsupport.TestTokens;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest extends ProfileTest {

    static Stream<Arguments> badTokens() {
        return Stream.of(
                Arguments.of("expired", TestTokens.expired("a", "hr")),
                Arguments.of("not yet valid", TestTokens.notYetValid("a", "hr")),
                Arguments.of("of another issuer", TestTokens.fromWrongIssuer("a", "hr")),
                Arguments.of("for another audience", TestTokens.forWrongAudience("a", "hr")),
                Arguments.of("for no audience", TestTokens.withoutAudience("a", "hr")),
                Arguments.of("signed by a stranger", TestTokens.signedByUnknownKey("a", "hr")),
                Arguments.of("not signed", TestTokens.unsigned("a", "hr")),
                Arguments.of("signed with the public key", TestTokens.signedWithPublicKeyAsSecret("a", "hr")),
                Arguments.of("of nobody", TestTokens.token(" ", "hr")),
                Arguments.of("no token at all", "nonsense"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesTokenThatIs(String fault, String token) {
        Answer answer = get(token, "/api/profiles/engineers");

        assertThat(answer.status()).as(fault).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/profiles/me", "/api/profiles/engineers", "/api/profiles/teams", "/nowhere", "/error"})
    void refusesCallersWithoutToken(String path) {
        assertThat(get("", path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/v3/api-docs"})
    void leavesHealthAndDescriptionOpen(String path) {
        assertThat(get("", path).status()).isEqualTo(200);
    }

    @Test
    void acceptsGoodToken() {
        assertThat(get(TestTokens.token("anybody"), "/api/profiles/teams").status())
                .isEqualTo(200);
    }
}
