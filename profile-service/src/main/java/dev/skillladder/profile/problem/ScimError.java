package dev.skillladder.profile.problem;

import java.util.List;
import org.springframework.http.MediaType;

/**
 * The body of every error below {@code /scim/} (RFC 7644, 3.12).
 *
 * @param status as a text, as the RFC writes it
 */
public record ScimError(List<String> schemas, String status, String detail) {

    /** RFC 7644, 8.1. */
    public static final MediaType TYPE = new MediaType("application", "scim+json");

    private static final List<String> SCHEMAS = List.of("urn:ietf:params:scim:api:messages:2.0:Error");

    public static ScimError of(int status, String detail) {
        return new ScimError(SCHEMAS, Integer.toString(status), detail);
    }

    static boolean isFor(String path) {
        return path.startsWith("/scim/");
    }
}
