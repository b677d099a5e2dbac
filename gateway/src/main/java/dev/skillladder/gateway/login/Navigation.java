package dev.skillladder.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Tells a person who opens a page from a page that calls the API. */
final class Navigation {

    private Navigation() {}

    static boolean asksForPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains("text/html")
                && !path.startsWith("/api/")
                && !path.startsWith("/scim/");
    }
}
