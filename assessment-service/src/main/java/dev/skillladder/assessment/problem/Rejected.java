package dev.skillladder.assessment.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Words for requests that never reach a use case. */
final class Rejected {

    private Rejected() {}

    static ProblemDetail problem(@Nullable Exception failure, HttpStatus status, HttpServletRequest request) {
        return switch (status) {
            case NOT_FOUND ->
                Problem.of(
                        status,
                        "unknown-path",
                        "There is nothing at this path; /v3/api-docs lists what there is.",
                        request);
            case METHOD_NOT_ALLOWED ->
                Problem.of(
                        status,
                        "method-not-allowed",
                        "This path does not take %s; the Allow header lists what it takes."
                                .formatted(request.getMethod()),
                        request);
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(status, "unsupported-media-type", "Send the body as application/json.", request);
            case NOT_ACCEPTABLE ->
                Problem.of(
                        status,
                        "not-acceptable",
                        "This path cannot answer in a type the Accept header names.",
                        request);
            default -> Problem.of(status, "bad-request", badRequest(failure), request);
        };
    }

    static ProblemDetail parameter(TypeMismatchException failure, HttpServletRequest request) {
        String name = failure instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(failure.getPropertyName());
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "bad-request",
                "The value of '%s' cannot be read: %s.".formatted(name, expected(failure.getRequiredType())),
                request);
    }

    /** What a value of this type looks like. */
    static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "see /v3/api-docs for what is needed";
        }
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants()) + " is needed";
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "a UUID like 2f0c1d3e-5a6b-4c7d-8e9f-0a1b2c3d4e5f is needed";
            case "LocalDate" -> "a day like 2026-11-23 is needed";
            case "Instant" -> "an instant like 2026-11-23T08:00:00Z is needed";
            case "int", "Integer", "long", "Long" -> "an integer is needed";
            case "double", "Double", "BigDecimal" -> "a number is needed";
            case "boolean", "Boolean" -> "true or false is needed";
            case "String" -> "a text is needed";
            case "List" -> "an array is needed";
            default -> type.isRecord() ? "an object is needed" : "see /v3/api-docs for what is needed";
        };
    }

    private static String badRequest(@Nullable Exception failure) {
        return switch (failure) {
            case MissingServletRequestParameterException missing ->
                "The query parameter '%s' is missing.".formatted(missing.getParameterName());
            case MissingRequestHeaderException missing ->
                "The header '%s' is missing.".formatted(missing.getHeaderName());
            case null, default ->
                "The request cannot be understood: check path, parameters and headers against /v3/api-docs.";
        };
    }
}
