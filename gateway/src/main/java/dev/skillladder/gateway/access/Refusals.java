package dev.skillladder.gateway.access;

import dev.skillladder.gateway.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/** What those are told who do not pass. */
final class Refusals {

    private Refusals() {}

    static Problem noToken(HttpServletRequest request) {
        return Problem.with(request, HttpStatus.UNAUTHORIZED, "no-valid-token", """
                This path needs a valid bearer token. Sign in again at the identity provider; \
                tokens end, and must be issued for this installation.""");
    }

    static Problem notAllowed(HttpServletRequest request) {
        return Problem.with(
                request, HttpStatus.FORBIDDEN, "not-allowed", "You may not do this. docs/access.md says who may.");
    }

    static Problem keysAway(HttpServletRequest request) {
        return Problem.with(request, HttpStatus.SERVICE_UNAVAILABLE, "identity-provider-away", """
                Tokens cannot be checked at the moment, because the identity provider's keys cannot be read. \
                Try again in a few seconds.""");
    }
}
