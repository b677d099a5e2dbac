package dev.skillladder.gateway.problem;

import dev.skillladder.gateway.request.CurrentRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every failure at the door looks like (RFC 9457).
 *
 * @param type stable address of the kind of problem
 * @param detail what happened and what to do
 * @param instance path of the request
 * @param requestId finds the request in the logs of all services
 */
public record Problem(String type, String title, int status, String detail, String instance, String requestId) {

    private static final String TYPES = "https://skillladder.dev/problems/";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A problem with this request. */
    public static Problem with(HttpServletRequest request, HttpStatus status, String name, String detail) {
        return new Problem(
                TYPES + name,
                status.getReasonPhrase(),
                status.value(),
                detail,
                request.getRequestURI(),
                CurrentRequest.id(request));
    }

    /** Writes the problem as the whole answer, unless an answer is already on its way. */
    public void answer(HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status);
        boolean scim = instance.startsWith("/scim/");
        response.setContentType(scim ? "application/scim+json" : "application/problem+json");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream().write(JSON.writeValueAsBytes(scim ? scim() : this));
    }

    /** The shape of errors below {@code /scim/}: RFC 7644, 3.12. */
    private Map<String, Object> scim() {
        return Map.of(
                "schemas",
                List.of("urn:ietf:params:scim:api:messages:2.0:Error"),
                "status",
                Integer.toString(status),
                "detail",
                detail);
    }
}
