package dev.skillladder.assessment.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** The one shape of everything that goes wrong (RFC 9457, docs/api.md). */
final class Problem {

    private static final String TYPES = "https://skillladder.dev/problems/";

    private Problem() {}

    static ProblemDetail of(HttpStatus status, String name, String detail, HttpServletRequest request) {
        return of(status, name, detail, List.of(), request);
    }

    static ProblemDetail of(
            HttpStatus status, String name, String detail, List<FieldError> errors, HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + name));
        problem.setTitle(status.getReasonPhrase());
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return completed(problem, request);
    }

    /** Whether it has a type of this product, as those of event-delivery have. */
    static boolean isOurs(ProblemDetail problem) {
        URI type = problem.getType();
        return type != null && type.toString().startsWith(TYPES);
    }

    static ProblemDetail completed(ProblemDetail problem, HttpServletRequest request) {
        problem.setInstance(URI.create(request.getRequestURI()));
        problem.setProperty("requestId", MDC.get("requestId"));
        return problem;
    }
}
