package dev.skillladder.gateway.access;

import dev.skillladder.gateway.problem.Problem;
import dev.skillladder.gateway.request.CurrentRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The one door. A request with a bearer token passes here when the token is good: it has no session, no cookie and no
 * form, so the filters of Spring Session and Spring Security, which look after those, would only cost time (a third of what a
 * request costs the gateway). Every other request goes through them.
 */
@Component
@Order(-100) // where Spring Security's own registration puts it
class Door extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final JwtDecoder tokens;
    private final Filter sessions;
    private final Filter security;

    Door(
            JwtDecoder tokens,
            @Qualifier("springSessionRepositoryFilter") Filter sessions,
            @Qualifier("springSecurityFilterChain") Filter security) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.security = security;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = bearer(request);
        if (token == null) {
            throughSessions(request, response, chain);
            return;
        }
        PageHeaders.add(request, response);
        Problem refusal = refusal(request, token);
        if (refusal == null) {
            chain.doFilter(request, response);
            return;
        }
        if (refusal.status() == HttpStatus.UNAUTHORIZED.value()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        refusal.answer(response);
    }

    private void throughSessions(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            sessions.doFilter(request, response, (asked, answered) -> security.doFilter(asked, answered, chain));
        } catch (DataAccessException | TransactionException away) {
            logger.warn("sessions cannot be read or written: " + away.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            Refusals.sessionsAway(request).answer(response);
        }
    }

    private @Nullable Problem refusal(HttpServletRequest request, String token) {
        try {
            String subject = tokens.decode(token).getSubject();
            if (subject == null) {
                return Refusals.noToken(request);
            }
            CurrentRequest.calledBy(request, subject);
            return null;
        } catch (BadJwtException _) {
            return Refusals.noToken(request);
        } catch (JwtException keysAway) {
            logger.warn("no token can be checked: " + keysAway.getMessage());
            return Refusals.keysAway(request);
        }
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).trim()
                : null;
    }
}
