package dev.skillladder.catalog.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every failure of an endpoint into a {@link Problem}. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Supplier<UUID> ids;

    ProblemAdvice(Supplier<UUID> ids) {
        this.ids = ids;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal, HttpServletRequest request) {
        return answer(refusal.problem(), HttpHeaders.EMPTY, request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<Object> unreadable(UnreadableTree unreadable, HttpServletRequest request) {
        return answer(UnreadableBody.problem(unreadable.getCause()), HttpHeaders.EMPTY, request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<Object> tooLarge(BodyTooLarge large, HttpServletRequest request) {
        return answer(UnreadableBody.problem(large), HttpHeaders.EMPTY, request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<Object> wrongParameter(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        String detail = "'%s' is not a valid value for %s.".formatted(wrong.getValue(), wrong.getName());
        return answer(
                Problem.of(HttpStatus.BAD_REQUEST, "bad-parameter", detail),
                HttpHeaders.EMPTY,
                request.getRequestURI());
    }

    /** The database is away or busy: the same request can succeed later. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        TransactionSystemException.class,
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<Object> away(Exception cause, HttpServletRequest request) {
        LOG.warn("database did not answer", cause);
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, "5");
        return answer(
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "The service's database does not answer at the moment. Try again in a few seconds."),
                headers,
                request.getRequestURI());
    }

    /** Security's own exceptions belong to its filters. */
    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException denied) {
        throw denied;
    }

    @ExceptionHandler
    ResponseEntity<Object> unauthenticated(AuthenticationException unauthenticated) {
        throw unauthenticated;
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception cause, HttpServletRequest request) {
        UUID reference = ids.get();
        LOG.error("unexpected failure, reference {}", reference, cause);
        String detail = "Something unexpected happened. Tell the operators the reference " + reference + ".";
        return answer(
                Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", detail),
                HttpHeaders.EMPTY,
                request.getRequestURI());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(UnreadableBody.problem(unreadable.getCause()), headers, path(request));
    }

    /** Everything Spring MVC itself refuses: unknown paths, methods, media types, missing parameters. */
    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            return unexpected(cause, ((ServletWebRequest) request).getRequest());
        }
        ProblemDetail told = cause instanceof ErrorResponse response ? response.getBody() : null;
        return answer(Problem.of(status, name(status, told), detail(status, told, request)), headers, path(request));
    }

    /** Endpoints of event-delivery name their problems; Spring's own exceptions do not. */
    private static boolean named(@Nullable ProblemDetail told) {
        return told != null
                && told.getType() != null
                && told.getType().toString().startsWith(Problem.TYPES);
    }

    private static String name(HttpStatusCode status, @Nullable ProblemDetail told) {
        if (told != null && named(told)) {
            return String.valueOf(told.getType()).substring(Problem.TYPES.length());
        }
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "refused" : known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String detail(HttpStatusCode status, @Nullable ProblemDetail told, WebRequest request) {
        if (status.value() == HttpStatus.NOT_FOUND.value() && !named(told)) {
            return "There is nothing at " + path(request) + ". The paths are listed in the OpenAPI document.";
        }
        String sentence = told == null ? null : told.getDetail();
        return sentence == null || sentence.isBlank() ? "The request cannot be answered as it was sent." : sentence;
    }

    private static String path(WebRequest request) {
        return ((ServletWebRequest) request).getRequest().getRequestURI();
    }

    private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers, String path) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.at(path));
    }
}
