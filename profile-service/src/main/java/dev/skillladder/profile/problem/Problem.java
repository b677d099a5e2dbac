package dev.skillladder.profile.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * RFC 9457 problem details, the body of every error.
 *
 * @param type stable name of the problem as a URI
 * @param detail what happened and what to do
 * @param instance path of the request
 * @param requestId the reference under which the logs tell more
 * @param errors what is wrong with which value of the body
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        @Nullable String requestId,
        List<FieldError> errors) {

    private static final String TYPES = "https://skillladder.dev/problems/";

    static Problem of(
            HttpStatusCode status, String name, String detail, List<FieldError> errors, HttpServletRequest request) {
        return of(status, name, detail, errors, request.getRequestURI());
    }

    static Problem of(HttpStatusCode status, String name, String detail, List<FieldError> errors, String path) {
        return new Problem(
                TYPES + name, title(name), status.value(), detail, path, MDC.get("requestId"), List.copyOf(errors));
    }

    /** Of a problem that another library made, with this service's title, instance and request id. */
    static Problem of(ProblemDetail problem, String path) {
        String name = String.valueOf(problem.getType()).replace(TYPES, "");
        return of(
                HttpStatusCode.valueOf(problem.getStatus()),
                name,
                Objects.requireNonNullElse(problem.getDetail(), title(name)),
                List.of(),
                path);
    }

    /** Below {@code /scim/} people expect another shape. */
    Object body() {
        return ScimError.isFor(instance) ? ScimError.of(status, detail) : this;
    }

    MediaType mediaType() {
        return ScimError.isFor(instance) ? ScimError.TYPE : MediaType.APPLICATION_PROBLEM_JSON;
    }

    /** {@code not-found} reads "Not found". */
    private static String title(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1).replace('-', ' ');
    }
}
