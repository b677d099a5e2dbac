package dev.skillladder.assessment.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Checks a token's signature, issuer, audience and times once and remembers a good one for at most a minute, never longer
 * than it lives: checking a signature costs as much as storing a review, and a page sends the same token with every call.
 */
@Component
class RememberedTokens implements BeanPostProcessor {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof JwtDecoder checks ? remembering(checks) : bean;
    }

    static JwtDecoder remembering(JwtDecoder checks) {
        Cache<String, Jwt> good = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfter(Expiry.creating((String token, Jwt jwt) -> remaining(jwt, Instant.now())))
                .build();
        return token -> good.get(token, checks::decode);
    }

    /** How long a token may be remembered; zero when it does not say when it ends. */
    static Duration remaining(Jwt jwt, Instant now) {
        Instant end = jwt.getExpiresAt();
        if (end == null || !end.isAfter(now)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, end);
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
