package dev.skillladder.gateway.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What a browser may do with an answer. Services add the rest (no sniffing, no frames, no storing) to theirs by
 * themselves.
 */
public final class PageHeaders {

    public static final String ONLY_FROM_HERE =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String ONE_YEAR = "max-age=31536000 ; includeSubDomains";

    private PageHeaders() {}

    static void add(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", ONLY_FROM_HERE);
        response.setHeader("Referrer-Policy", "no-referrer");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
    }
}
