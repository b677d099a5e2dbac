package dev.skillladder.localstack.identity;

import java.util.List;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** The claims every service reads, the same for each way to get a token. */
final class Tokens {
    private static final String AUDIENCE = "skill-ladder";

    private Tokens() {}

    static void describe(JwtClaimsSet.Builder claims, List<String> roles) {
        claims.audience(List.of(AUDIENCE)).claim("roles", roles);
    }
}
