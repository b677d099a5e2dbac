package dev.skillladder.catalog.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which claims of a token say who calls.
 *
 * @param personClaim names the person; default {@code sub}
 * @param rolesClaim lists {@code hr}, {@code curator}, {@code auditor}, {@code operator}; default {@code roles}
 */
@ConfigurationProperties("skill-ladder.oidc")
record OidcSettings(
        @DefaultValue("sub") String personClaim,
        @DefaultValue("roles") String rolesClaim) {

    OidcSettings {
        if (personClaim.isBlank() || rolesClaim.isBlank()) {
            throw new IllegalArgumentException("OIDC_PERSON_CLAIM and OIDC_ROLES_CLAIM must name a claim each");
        }
    }
}
