package dev.skillladder.profile.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every exception of a request into a problem; texts of exceptions we did not write stay in the log. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<Object> refused(Failure failure, HttpServletRequest request) {
        return answer(
                new HttpHeaders(),
                Problem.of(failure.status(), failure.name(), failure.detail(), failure.errors(), request));
    }

    /** Two writers wanted the same unique value at the same moment; the second finds the value taken when it retries. */
    @ExceptionHandler(DuplicateKeyException.class)
    ResponseEntity<Object> overtaken(HttpServletRequest request) {
        // without the exception: its text holds the value, which is personal
        log.info("lost a race for a unique value");
        return answer(
                new HttpHeaders(),
                Problem.of(
                        HttpStatus.CONFLICT,
                        "conflict",
                        "Another request took one of these values at the same moment. Send the request again to learn which.",
                        List.of(),
                        request));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<Object> unavailable(Exception e, HttpServletRequest request) {
        log.warn("database not available", e);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "5");
        return answer(
                headers,
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "The database does not answer; nothing was changed. Try again in a few seconds.",
                        List.of(),
                        request));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e, HttpServletRequest request) {
        log.error("unexpected failure of {} {}", request.getMethod(), request.getRequestURI(), e);
        return answer(
                new HttpHeaders(),
                Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Something failed that should not. Tell the operators the requestId; the log has the cause under it.",
                        List.of(),
                        request));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = e instanceof MethodArgumentTypeMismatchException argument ? argument.getName() : "a parameter";
        return answer(
                headers,
                Problem.of(
                        HttpStatus.BAD_REQUEST, "invalid-parameter", name + " " + asked(e), List.of(), path(request)));
    }

    private static String asked(TypeMismatchException e) {
        Class<?> type = Objects.requireNonNullElse(e.getRequiredType(), Object.class);
        return switch (type.getSimpleName()) {
            case "UUID" -> "must be a UUID.";
            case "int", "Integer", "long", "Long" -> "must be a whole number.";
            case "boolean", "Boolean" -> "must be true or false.";
            default ->
                type.isEnum()
                        ? "must be one of " + Arrays.toString(type.getEnumConstants()) + "."
                        : "cannot be understood.";
        };
    }

    /** What event-delivery refuses, in its own words. */
    @Override
    protected ResponseEntity<Object> handleErrorResponseException(
            ErrorResponseException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(headers, Problem.of(e.getBody(), path(request)));
    }

    /** Everything the framework refuses by itself comes through here. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            log.error("unexpected failure of {}", path(request), e);
        }
        return answer(headers, OfStatus.problem(status, path(request)));
    }

    private static ResponseEntity<Object> answer(HttpHeaders headers, Problem problem) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(problem.mediaType())
                .body(problem.body());
    }

    private static String path(WebRequest request) {
        return ((ServletWebRequest) request).getRequest().getRequestURI();
    }
}
