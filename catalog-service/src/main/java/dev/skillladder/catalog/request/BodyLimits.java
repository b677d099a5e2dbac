package dev.skillladder.catalog.request;

import dev.skillladder.catalog.problem.BodyTooLarge;
import dev.skillladder.catalog.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A body longer than its route allows is refused by its declared length, or while it is read. Runs after security. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class BodyLimits extends OncePerRequestFilter {

    private static final long MEGABYTE = 1024 * 1024;

    /** A whole framework with behaviours in two languages. */
    private static final long DOCUMENT = 16 * MEGABYTE;

    private static final Pattern DRAFTS = Pattern.compile("/api/catalog/frameworks/[^/]+/drafts(/[^/]+)?");

    /** A file with a framework; formats that must be held as a whole take less, see Format. */
    private static final long FILE = 64 * MEGABYTE;

    private static final Pattern IMPORTS = Pattern.compile("/api/catalog/frameworks/[^/]+/imports");

    private final ProblemWriter problems;

    BodyLimits(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            problems.write(
                    request, response, HttpStatus.CONTENT_TOO_LARGE, "body-too-large", BodyTooLarge.detail(limit));
            return;
        }
        chain.doFilter(new LimitedRequest(request, limit), response);
    }

    private static long limit(String path) {
        if (IMPORTS.matcher(path).matches()) {
            return FILE;
        }
        return DRAFTS.matcher(path).matches() ? DOCUMENT : MEGABYTE;
    }
}
