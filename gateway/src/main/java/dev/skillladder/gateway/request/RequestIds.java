package dev.skillladder.gateway.request;

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
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id, or keeps the caller's when it is harmless: it goes to the services, into every log line and
 * back to the caller, so that one value finds a request everywhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIds extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = request.getAttribute(CurrentRequest.ATTRIBUTE) instanceof String known
                ? known
                : offered(request.getHeader(HEADER));
        request.setAttribute(CurrentRequest.ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        try (var _ = MDC.putCloseable("requestId", id)) {
            chain.doFilter(new ForServices(request, id), response);
        }
    }

    private static String offered(@Nullable String header) {
        return header != null && HARMLESS.matcher(header).matches() ? header : unique().toString();
    }

    /** Ids need to differ, not to be secret. */
    private static UUID unique() {
        var random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }

    /** The request as the services will see it: with its id and without the browser's cookies. */
    private static final class ForServices extends HttpServletRequestWrapper {

        private final String id;
        private final List<String> names;

        ForServices(HttpServletRequest request, String id) {
            super(request);
            this.id = id;
            this.names = names(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HEADER.equalsIgnoreCase(name) ? id : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HEADER.equalsIgnoreCase(name) ? Collections.enumeration(List.of(id)) : super.getHeaders(name);
        }

        @Override
        public Enumeration<String> getHeaderNames() {
            return Collections.enumeration(names);
        }

        private static List<String> names(HttpServletRequest request) {
            var names = new ArrayList<String>();
            var given = request.getHeaderNames();
            while (given.hasMoreElements()) {
                String name = given.nextElement();
                if (!HEADER.equalsIgnoreCase(name) && !HttpHeaders.COOKIE.equalsIgnoreCase(name)) {
                    names.add(name);
                }
            }
            names.add(HEADER);
            return names;
        }
    }
}
