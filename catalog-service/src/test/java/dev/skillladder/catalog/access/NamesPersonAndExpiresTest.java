package dev.skillladder.catalog.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class NamesPersonAndExpiresTest {

    private final NamesPersonAndExpires rule = new NamesPersonAndExpires("employee");

    @Test
    void refusesTokensThatNeverExpire() {
        assertThat(rule.validate(token().claim("employee", "ada").build()).hasErrors())
                .isTrue();
    }

    @Test
    void refusesTokensThatNameNobody() {
        Instant later = Instant.parse("2030-01-01T00:00:00Z");

        assertThat(rule.validate(token().expiresAt(later).build()).hasErrors()).isTrue();
        assertThat(rule.validate(token().expiresAt(later).claim("employee", " ").build())
                        .hasErrors())
                .isTrue();
        assertThat(rule.validate(token().expiresAt(later).claim("employee", 7).build())
                        .hasErrors())
                .isTrue();
    }

    @Test
    void takesThePersonFromTheConfiguredClaim() {
        Jwt token = token().expiresAt(Instant.parse("2030-01-01T00:00:00Z"))
                .claim("employee", "ada")
                .build();

        assertThat(rule.validate(token).hasErrors()).isFalse();
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("t").header("alg", "RS256").claim("iss", "https://issuer.example");
    }
}
