package dev.skillladder.assessment.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Tells every failure in one shape; texts of exceptions that are not meant for callers stay in the log. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(Failure failure, HttpServletRequest request) {
        ProblemDetail problem =
                Problem.of(failure.status(), failure.name(), message(failure), failure.errors(), request);
        failure.properties().forEach(problem::setProperty);
        return answer(problem, new HttpHeaders());
    }

    @ExceptionHandler
    ResponseEntity<Object> noToken(AuthenticationException failure, HttpServletRequest request) {
        if (failure instanceof AuthenticationServiceException) {
            LOG.error("tokens cannot be checked: the identity provider's keys could not be read", failure);
            return away(
                    "identity-provider-away", "Tokens cannot be checked at the moment. Try again shortly.", request);
        }
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return answer(Problem.of(HttpStatus.UNAUTHORIZED, "no-valid-token", """
                        This path needs a valid bearer token. Sign in again at the identity provider; \
                        tokens end, and must be issued for this installation.""", List.of(), request), headers);
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException failure, HttpServletRequest request) {
        return answer(
                Problem.of(
                        HttpStatus.FORBIDDEN,
                        "not-allowed",
                        "You may not do this. docs/access.md says who may.",
                        List.of(),
                        request),
                new HttpHeaders());
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        CannotAcquireLockException.class
    })
    ResponseEntity<Object> storeAway(Exception failure, HttpServletRequest request) {
        LOG.error("the database did not answer {} {}", request.getMethod(), request.getRequestURI(), failure);
        return away("store-away", """
                The database cannot be reached at the moment. Try again in a few seconds; \
                with an Idempotency-Key a repeated write takes effect once.""", request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception failure, HttpServletRequest request) {
        LOG.error("unexpected failure of {} {}", request.getMethod(), request.getRequestURI(), failure);
        return answer(
                Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", """
                        Something went wrong that should not have. Tell the operator the requestId; \
                        it finds the cause in the logs.""", List.of(), request), new HttpHeaders());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        TooLarge tooLarge = cause(failure, TooLarge.class);
        if (tooLarge != null) {
            return refused(tooLarge, servlet(request));
        }
        return refused(UnreadableBody.of(failure), servlet(request));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException failure, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(Rejected.parameter(failure, servlet(request)), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        HttpServletRequest servlet = servlet(request);
        HttpStatus status = HttpStatus.valueOf(code.value());
        if (failure instanceof ErrorResponseException known && Problem.isOurs(known.getBody())) {
            return answer(Problem.completed(known.getBody(), servlet), headers);
        }
        if (status.is5xxServerError()) {
            return unexpected(failure, servlet);
        }
        return answer(Rejected.problem(failure, status, servlet), headers);
    }

    private static ResponseEntity<Object> away(String name, String detail, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "5");
        return answer(Problem.of(HttpStatus.SERVICE_UNAVAILABLE, name, detail, List.of(), request), headers);
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    private static String message(Failure failure) {
        return String.valueOf(failure.getMessage());
    }

    private static HttpServletRequest servlet(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}
