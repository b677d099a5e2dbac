package dev.skillladder.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Checks signature, issuer, audience and times of a token once and remembers a good one for at most a minute, never
 * longer than it lives: a page sends the same token with each of its calls. Services check again by themselves.
 */
@Component
class CheckedTokens implements JwtDecoder {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final JwtDecoder checks;
    private final Cache<String, Jwt> good;

    CheckedTokens(Tokens tokens) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(tokens.keys())
                .jwsAlgorithms(allowed -> allowed.addAll(
                        Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(tokens.issuer()), new JwtAudienceValidator(tokens.audience())));
        this.checks = decoder;
        this.good = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfter(Expiry.creating((String _, Jwt token) -> remaining(token, Clock.systemUTC())))
                .build();
    }

    @Override
    public Jwt decode(String token) {
        return good.get(token, checks::decode);
    }

    static Duration remaining(Jwt token, Clock clock) {
        Instant end = token.getExpiresAt();
        if (end == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), end);
        return List.of(left, LONGEST).stream()
                .min(Duration::compareTo)
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }
}
