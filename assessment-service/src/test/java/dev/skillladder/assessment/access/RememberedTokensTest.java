package dev.skillladder.assessment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

class RememberedTokensTest {

    private static final Instant NOW = Instant.now();

    @Test
    void checksAGoodTokenOnce() {
        var checks = new AtomicInteger();
        JwtDecoder remembering = RememberedTokens.remembering(token -> {
            checks.incrementAndGet();
            return endingAt(NOW.plusSeconds(600));
        });

        remembering.decode("a");
        remembering.decode("a");
        remembering.decode("b");

        assertThat(checks).hasValue(2);
    }

    @Test
    void neverRemembersABadToken() {
        var checks = new AtomicInteger();
        JwtDecoder remembering = RememberedTokens.remembering(token -> {
            checks.incrementAndGet();
            throw new BadJwtException("forged");
        });

        assertThatThrownBy(() -> remembering.decode("a")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> remembering.decode("a")).isInstanceOf(BadJwtException.class);
        assertThat(checks).hasValue(2);
    }

    @Test
    void forgetsATokenWhenItEndsAndAfterAMinuteAtMost() {
        assertThat(RememberedTokens.remaining(endingAt(NOW.plusSeconds(20)), NOW))
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(RememberedTokens.remaining(endingAt(NOW.plusSeconds(900)), NOW))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(RememberedTokens.remaining(endingAt(NOW), NOW)).isZero();
        assertThat(RememberedTokens.remaining(
                        Jwt.withTokenValue("t")
                                .header("alg", "RS256")
                                .subject("p")
                                .build(),
                        NOW))
                .isZero();
    }

    private static Jwt endingAt(Instant end) {
        return Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .subject("p")
                .expiresAt(end)
                .build();
    }
}
