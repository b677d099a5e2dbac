package dev.skillladder.catalog.access;

import dev.skillladder.catalog.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;

/** 401 with the challenge of RFC 6750, or 503 when it is the identity provider that does not answer. */
final class TokenRefused implements AuthenticationEntryPoint {

    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final ProblemWriter problems;

    TokenRefused(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (cause instanceof AuthenticationServiceException) {
            problems.write(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "identity-provider-unavailable",
                    "The token cannot be checked because the identity provider does not answer. Try again shortly.");
            return;
        }
        challenge.commence(request, response, cause);
        // a token that cannot even be parsed is 400 for the challenge; here every bad token is 401
        problems.write(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                "unauthenticated",
                "A valid bearer token is needed: signed by the configured issuer, for this product, not expired.");
    }
}
