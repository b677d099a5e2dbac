package dev.skillladder.gateway.login;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session holds for its person.
 *
 * @param signedInAt counts for the session's length
 * @param accessToken goes to the services
 * @param refreshToken gets the next access token; null when the provider gives none
 */
record Login(
        Instant signedInAt,
        String accessToken,
        Instant accessEnds,
        @Nullable String refreshToken) {}
