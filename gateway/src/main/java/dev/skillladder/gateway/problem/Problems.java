package dev.skillladder.gateway.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns every exception of a route or page into a {@link Problem}; exception texts stay in the log. A resolver and not a
 * controller advice, because advices do not see what router functions throw.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final List<Class<? extends Exception>> SLOW =
            List.of(SocketTimeoutException.class, ConnectionRequestTimeoutException.class);
    private static final List<Class<? extends Exception>> AWAY = List.of(
            ConnectException.class,
            SocketException.class,
            UnknownHostException.class,
            NoHttpResponseException.class,
            ConnectionClosedException.class);

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (response.isCommitted()) {
            LOG.debug(
                    "{} {} broke off after its answer had begun",
                    request.getMethod(),
                    request.getRequestURI(),
                    failure);
            return new ModelAndView();
        }
        try {
            problem(request, response, failure).answer(response);
        } catch (IOException gone) {
            LOG.debug("the caller left before the problem was written", gone);
        }
        return new ModelAndView();
    }

    private static Problem problem(HttpServletRequest request, HttpServletResponse response, Exception failure) {
        if (caused(failure, List.of(BodyTooLarge.class)) instanceof BodyTooLarge tooLarge) {
            return tooLarge.problem(request);
        }
        if (failure instanceof ErrorResponse known) {
            return refused(request, HttpStatus.valueOf(known.getStatusCode().value()));
        }
        if (caused(failure, SLOW) != null) {
            LOG.warn("no answer in time for {} {}", request.getMethod(), request.getRequestURI());
            return Problem.with(request, HttpStatus.GATEWAY_TIMEOUT, "service-too-slow", """
                    The service behind this address did not answer in time. \
                    A read can be sent again; before repeating a write, read what it changed.""");
        }
        if (caused(failure, AWAY) != null) {
            LOG.warn("service away for {} {}: {}", request.getMethod(), request.getRequestURI(), failure.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            return Problem.with(request, HttpStatus.SERVICE_UNAVAILABLE, "service-away", """
                    The service behind this address cannot be reached at the moment. \
                    Try again in a few seconds; with an Idempotency-Key a repeated write takes effect once.""");
        }
        LOG.error("unexpected failure of {} {}", request.getMethod(), request.getRequestURI(), failure);
        return Problem.with(request, HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", """
                Something went wrong that should not have. Tell the operator the requestId; it finds the cause in the logs.""");
    }

    static Problem refused(HttpServletRequest request, HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> Problem.with(request, status, "unknown-path", """
                    There is nothing at this path. The page /api-documents lists the OpenAPI documents of all services.""");
            case METHOD_NOT_ALLOWED ->
                Problem.with(
                        request,
                        status,
                        "method-not-allowed",
                        "This path does not take " + request.getMethod()
                                + "; its OpenAPI document lists what it takes.");
            default ->
                Problem.with(
                        request,
                        status,
                        "bad-request",
                        "The request cannot be understood: check path, "
                                + "parameters and headers against the OpenAPI document.");
        };
    }

    private static @Nullable Throwable caused(Throwable failure, List<Class<? extends Exception>> kinds) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(cause -> kinds.stream().anyMatch(kind -> kind.isInstance(cause)))
                .findFirst()
                .orElse(null);
    }
}
