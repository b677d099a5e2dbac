package dev.skillladder.profile.scim;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.common.constants.ScimType;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.response.ErrorResponse;
import de.captaingoldfish.scim.sdk.common.response.ScimResponse;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import dev.skillladder.profile.problem.ScimError;
import dev.skillladder.profile.problem.TooLarge;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hands requests to the SCIM library and its answers back. A request is one transaction: what an If-Match was compared with
 * is locked until the change is stored, and an error leaves nothing behind. It describes itself at
 * {@code /scim/v2/ServiceProviderConfig}, {@code /Schemas} and {@code /ResourceTypes}.
 */
@Hidden
@RestController
class ScimController {

    private static final String BASE = "/scim/v2";
    private static final int MAX_BYTES = 1024 * 1024;
    private static final List<String> RESOURCES = List.of("Users", "Groups");
    private static final List<String> HEADERS = List.of("Content-Type", "If-None-Match");

    private final ResourceEndpoint endpoint;
    private final TransactionOperations transactions;
    private final ScimSettings settings;

    ScimController(ResourceEndpoint endpoint, TransactionOperations transactions, ScimSettings settings) {
        this.endpoint = endpoint;
        this.transactions = transactions;
        this.settings = settings;
    }

    @RequestMapping(BASE + "/**")
    ResponseEntity<Object> answer(HttpServletRequest request) throws IOException {
        List<String> allowed = allowed(request.getRequestURI());
        if (!allowed.contains(request.getMethod())) {
            return ResponseEntity.status(405)
                    .header(HttpHeaders.ALLOW, String.join(", ", allowed))
                    .contentType(ScimError.TYPE)
                    .body(ScimError.of(405, "Use one of the methods in the Allow header."));
        }
        String body = body(request);
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        ScimResponse answer = Objects.requireNonNull(transactions.execute(transaction -> {
            ScimResponse made = endpoint.handleRequest(
                    url(request),
                    method,
                    body,
                    headers(request),
                    new Asked(method == HttpMethod.PATCH, request.getHeader("If-Match")));
            nameFilterFault(made, request);
            if (made.getHttpStatus() >= 400) {
                transaction.setRollbackOnly();
            }
            return made;
        }));
        ResponseEntity.BodyBuilder built = ResponseEntity.status(answer.getHttpStatus());
        answer.getHttpHeaders().forEach(built::header);
        return answer.isEmpty() || answer.getHttpStatus() == 304 || answer.getHttpStatus() == 204
                ? built.build()
                : built.body(((JsonNode) answer).toString());
    }

    /** The library does not always say that it was the filter it could not understand. */
    private static void nameFilterFault(ScimResponse made, HttpServletRequest request) {
        if (made instanceof ErrorResponse error
                && error.getHttpStatus() == 400
                && request.getParameter("filter") != null
                && error.getScimType().isEmpty()) {
            error.setScimType(ScimType.RFC7644.INVALID_FILTER);
        }
    }

    /** What may be done at a path, wherever there is something. */
    private static List<String> allowed(String path) {
        String[] parts = path.substring(BASE.length()).replaceFirst("^/", "").split("/", -1);
        if ((parts.length == 2 && parts[1].equals(".search")) || parts[0].equals("Bulk")) {
            return List.of("POST");
        }
        if (!RESOURCES.contains(parts[0])) {
            return List.of("GET");
        }
        return parts.length == 1 ? List.of("GET", "POST") : List.of("GET", "PUT", "PATCH", "DELETE");
    }

    private static String body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new TooLarge("A body may have at most 1 MB. Send fewer members at once.");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String url(HttpServletRequest request) {
        String query = request.getQueryString();
        return settings.publicUrl() + request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : HEADERS) {
            String value = request.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }
}
