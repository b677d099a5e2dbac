package dev.skillladder.gateway.request;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** What is known of a request besides what it says itself. */
public final class CurrentRequest {

    static final String ATTRIBUTE = CurrentRequest.class.getName() + ".id";

    private static final String CALLER = CurrentRequest.class.getName() + ".caller";

    private CurrentRequest() {}

    /** The request's id, or {@code unknown} for one that never passed the filters. */
    public static String id(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "unknown";
    }

    /** The checked token's subject; null for a request without one. */
    public static @Nullable String caller(HttpServletRequest request) {
        if (request.getAttribute(CALLER) instanceof String subject) {
            return subject;
        }
        Principal principal = request.getUserPrincipal();
        return principal == null ? null : principal.getName();
    }

    /** Remembers whose token was checked. */
    public static void calledBy(HttpServletRequest request, String subject) {
        request.setAttribute(CALLER, subject);
    }
}
