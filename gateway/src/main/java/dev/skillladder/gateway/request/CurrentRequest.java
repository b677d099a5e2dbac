package dev.skillladder.gateway.request;

import jakarta.servlet.http.HttpServletRequest;

/** What is known of a request besides what it says itself. */
public final class CurrentRequest {

    static final String ATTRIBUTE = CurrentRequest.class.getName() + ".id";

    private CurrentRequest() {}

    /** The request's id, or {@code unknown} for one that never passed the filters. */
    public static String id(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String id ? id : "unknown";
    }
}
