package dev.skillladder.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.skillladder.gateway.problem.Problem;
import dev.skillladder.gateway.request.CurrentRequest;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One token bucket per caller: the token's subject, or the address of those without one. Counted per instance of the
 * gateway. Answers carry {@code RateLimit} and {@code RateLimit-Policy}; a refusal is 429 with {@code Retry-After}.
 */
@Component
@Order(0) // after the door, which knows the caller
class RateLimit extends OncePerRequestFilter {

    private static final int MOST_CALLERS = 100_000;

    private final Limits limits;
    private final String policy;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    RateLimit(Limits limits) {
        this.limits = limits;
        this.policy = "\"caller\";q=" + limits.burst() + ";w=" + Math.ceilDiv(limits.burst(), limits.perSecond());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith("/api/") && !path.startsWith("/scim/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var probe = buckets.get(caller(request), _ -> full()).tryConsumeAndReturnRemaining(1);
        long wait = Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L);
        response.setHeader("RateLimit-Policy", policy);
        response.setHeader("RateLimit", "\"caller\";r=" + probe.getRemainingTokens() + ";t=" + wait);
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Retry-After", Long.toString(Math.max(1, wait)));
        Problem.with(
                        request,
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-requests",
                        "You sent more than " + limits.perSecond()
                                + " requests a second. Wait for the seconds in Retry-After and go slower.")
                .answer(response);
    }

    private static String caller(HttpServletRequest request) {
        String subject = CurrentRequest.caller(request);
        return subject == null ? "address " + request.getRemoteAddr() : "subject " + subject;
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(
                        limit -> limit.capacity(limits.burst()).refillGreedy(limits.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
