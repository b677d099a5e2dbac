package dev.skillladder.assessment.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens are read.
 *
 * @param personClaim claim that names the person, default {@code sub}
 * @param rolesClaim claim that lists the roles, default {@code roles}
 */
@ConfigurationProperties("assessment.access")
record AccessSettings(
        @DefaultValue("sub") String personClaim,
        @DefaultValue("roles") String rolesClaim) {

    AccessSettings {
        if (personClaim.isBlank() || rolesClaim.isBlank()) {
            throw new IllegalArgumentException("OIDC_PERSON_CLAIM and OIDC_ROLES_CLAIM must name claims of the token");
        }
    }
}
