package dev.skillladder.gateway.login;

import dev.skillladder.gateway.access.Refusals;
import dev.skillladder.gateway.request.CurrentRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the session's access token where services look for it. */
final class TokenForServices extends OncePerRequestFilter {

    private final FreshTokens tokens;
    private final OpenStreams streams;

    TokenForServices(FreshTokens tokens, OpenStreams streams) {
        this.tokens = tokens;
        this.streams = streams;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/scim/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session == null
                || !(SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken who)) {
            chain.doFilter(request, response);
            return;
        }
        String token;
        try {
            token = tokens.of(session.getId());
        } catch (LoginOver _) {
            Refusals.noToken(request).answer(response);
            return;
        } catch (ProviderAway _) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            Refusals.keysAway(request).answer(response);
            return;
        }
        CurrentRequest.calledBy(request, who.getName());
        var asked = new WithToken(request, token);
        if (request.getRequestURI().endsWith("/stream")) {
            streams.during(session.getId(), () -> chain.doFilter(asked, response));
        } else {
            chain.doFilter(asked, response);
        }
    }

    private static final class WithToken extends HttpServletRequestWrapper {

        private final String authorization;

        WithToken(HttpServletRequest request, String token) {
            super(request);
            this.authorization = "Bearer " + token;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.AUTHORIZATION.equalsIgnoreCase(name) ? authorization : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.AUTHORIZATION.equalsIgnoreCase(name)
                    ? Collections.enumeration(List.of(authorization))
                    : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            var names = new ArrayList<>(Collections.list(super.getHeaderNames()));
            names.removeIf(HttpHeaders.AUTHORIZATION::equalsIgnoreCase);
            names.add(HttpHeaders.AUTHORIZATION);
            return Collections.enumeration(names);
        }
    }
}
