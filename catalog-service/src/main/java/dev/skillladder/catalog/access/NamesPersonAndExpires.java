package dev.skillladder.catalog.access;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Refuses tokens without an end and tokens without a person. */
final class NamesPersonAndExpires implements OAuth2TokenValidator<Jwt> {

    private final String personClaim;

    NamesPersonAndExpires(String personClaim) {
        this.personClaim = personClaim;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        if (token.getExpiresAt() == null) {
            return refused("The exp claim is missing");
        }
        if (!(token.getClaims().get(personClaim) instanceof String person) || person.isBlank()) {
            return refused("The " + personClaim + " claim does not name a person");
        }
        return OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
    }
}
