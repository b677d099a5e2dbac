package dev.skillladder.catalog.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * RFC 9457 problem details, the one shape of every error.
 *
 * @param type {@code https://skillladder.dev/problems/<name>}, stable
 * @param title the status in words
 * @param detail what happened and what to do
 * @param instance path of the request
 * @param requestId also in the header {@code X-Request-Id} and in the logs
 * @param errors wrong places of the input, where it is about places
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(example = "https://skillladder.dev/problems/draft-not-found")
        URI type,

        String title,
        int status,
        String detail,
        @Nullable String instance,
        @Nullable String requestId,
        @Nullable List<Fault> errors) {

    /** Where the names of problems live. */
    static final String TYPES = "https://skillladder.dev/problems/";

    static Problem of(HttpStatusCode status, String name, String detail) {
        HttpStatus known = HttpStatus.resolve(status.value());
        String title = known == null ? "Error" : known.getReasonPhrase();
        return new Problem(URI.create(TYPES + name), title, status.value(), detail, null, MDC.get("requestId"), null);
    }

    Problem with(List<Fault> faults) {
        return new Problem(type, title, status, detail, instance, requestId, faults.isEmpty() ? null : faults);
    }

    Problem at(String path) {
        return new Problem(type, title, status, detail, path, requestId, errors);
    }
}
