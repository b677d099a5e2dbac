package dev.skillladder.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class TestTokensTest {

    private static final NimbusJwtDecoder DECODER = decoder();

    @Test
    void goodTokenIsAccepted() {
        Jwt jwt = DECODER.decode(TestTokens.token("anna", "hr", "operator"));

        assertThat(jwt.getSubject()).isEqualTo("anna");
        assertThat(jwt.getClaimAsStringList("roles")).containsExactly("hr", "operator");
    }

    @ParameterizedTest
    @MethodSource
    void badTokenIsRefused(BiFunction<String, String[], String> fault) {
        assertThatExceptionOfType(JwtException.class)
                .isThrownBy(() -> DECODER.decode(fault.apply("anna", new String[] {"hr"})));
    }

    static Stream<BiFunction<String, String[], String>> badTokenIsRefused() {
        return Stream.of(
                TestTokens::expired,
                TestTokens::notYetValid,
                TestTokens::fromWrongIssuer,
                TestTokens::forWrongAudience,
                TestTokens::withoutAudience,
                TestTokens::signedByUnknownKey,
                TestTokens::unsigned,
                TestTokens::signedWithPublicKeyAsSecret);
    }

    @Test
    void clockStandsStillUntilMoved() {
        SettableClock clock = SettableClock.at("2026-06-01T08:00:00Z");
        clock.advance(Duration.ofDays(1));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-06-02T08:00:00Z"));
    }

    private static NimbusJwtDecoder decoder() {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withIssuerLocation(TestTokens.issuer()).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(TestTokens.issuer()), new JwtAudienceValidator("skill-ladder")));
        return decoder;
    }
}
