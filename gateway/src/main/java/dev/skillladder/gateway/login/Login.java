package dev.skillladder.gateway.login;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session holds for its person.
 *
 * @param session the row of the session, which no browser knows
 * @param signedInAt counts for the session's length
 * @param renewals how often the access token was renewed
 * @param accessToken goes to the services
 * @param refreshToken gets the next access token; null when the provider gives none
 */
record Login(
        String session,
        Instant signedInAt,
        int renewals,
        String accessToken,
        Instant accessEnds,
        @Nullable String refreshToken) {}
