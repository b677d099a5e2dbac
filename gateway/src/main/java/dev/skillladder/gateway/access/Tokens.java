package dev.skillladder.gateway.access;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens pass.
 *
 * @param issuer exactly as in tokens: the address a browser sees
 * @param keys where the issuer's public keys are read
 * @param audience what every token must be issued for
 */
@ConfigurationProperties("skill-ladder.gateway.tokens")
record Tokens(String issuer, String keys, String audience) {

    Tokens {
        if (issuer.isBlank() || keys.isBlank() || audience.isBlank()) {
            throw new IllegalArgumentException(
                    "skill-ladder.gateway.tokens: set issuer, keys and audience (OIDC_ISSUER, OIDC_JWKS_URL, OIDC_AUDIENCE)");
        }
    }
}
