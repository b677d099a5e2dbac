package dev.skillladder.localstack.identity;

import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;

/** The claims every service reads, the same for each way to get a token. */
final class Tokens {
    private static final String AUDIENCE = "skill-ladder";

    /** What a machine may ask for: each is a scope and becomes a role. */
    static final Set<String> MACHINE_ROLES = Set.of("hr", "auditor");

    private Tokens() {}

    static void describe(JwtClaimsSet.Builder claims, List<String> roles) {
        claims.audience(List.of(AUDIENCE)).claim("roles", roles);
    }
}
