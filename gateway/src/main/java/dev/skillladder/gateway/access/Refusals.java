package dev.skillladder.gateway.access;

import dev.skillladder.gateway.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/** What those are told who do not pass. */
public final class Refusals {

    private Refusals() {}

    public static Problem noToken(HttpServletRequest request) {
        return Problem.with(request, HttpStatus.UNAUTHORIZED, "no-valid-token", """
                This path needs a session or a valid bearer token. Sign in again: \
                sessions and tokens end, and tokens must be issued for this installation.""");
    }

    public static Problem notAllowed(HttpServletRequest request) {
        return Problem.with(
                request, HttpStatus.FORBIDDEN, "not-allowed", "You may not do this. docs/access.md says who may.");
    }

    public static Problem noCsrfToken(HttpServletRequest request) {
        return Problem.with(request, HttpStatus.FORBIDDEN, "no-csrf-token", """
                A request of a session that changes something needs the value of the cookie XSRF-TOKEN in the header \
                X-XSRF-TOKEN. Read GET /api/session, then send it again.""");
    }

    public static Problem sessionsAway(HttpServletRequest request) {
        return Problem.with(request, HttpStatus.SERVICE_UNAVAILABLE, "sessions-away", """
                Sessions cannot be read at the moment. Try again in a few seconds.""");
    }

    public static Problem keysAway(HttpServletRequest request) {
        return Problem.with(request, HttpStatus.SERVICE_UNAVAILABLE, "identity-provider-away", """
                Tokens can be neither checked nor renewed at the moment, because the identity provider does not answer. \
                Try again in a few seconds.""");
    }
}
