package dev.skillladder.gateway.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens pass.
 *
 * @param issuer exactly as in tokens: the address a browser sees
 * @param keys where the issuer's public keys are read
 * @param audience what every token must be issued for
 * @param personClaim names the person, as the services read it
 * @param rolesClaim holds the roles, as the services read them
 */
@ConfigurationProperties("skill-ladder.gateway.tokens")
public record Tokens(String issuer, String keys, String audience, String personClaim, String rolesClaim) {

    public Tokens {
        if (issuer.isBlank() || keys.isBlank() || audience.isBlank() || personClaim.isBlank() || rolesClaim.isBlank()) {
            throw new IllegalArgumentException(
                    "skill-ladder.gateway.tokens: set issuer, keys, audience and the claims (OIDC_ISSUER, OIDC_JWKS_URL, OIDC_AUDIENCE, OIDC_PERSON_CLAIM, OIDC_ROLES_CLAIM)");
        }
    }
}
