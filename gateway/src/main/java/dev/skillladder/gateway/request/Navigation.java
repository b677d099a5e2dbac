package dev.skillladder.gateway.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Tells a person who opens a page from a page that calls the API. */
public final class Navigation {

    /** First steps of paths that are the server's; all others are the pages' own. */
    private static final Set<String> NO_PAGES =
            Set.of("api", "scim", "actuator", "assets", "icon.svg", "oauth2", "login", "logout", "error");

    private Navigation() {}

    public static boolean asksForPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null
                && accepted.contains("text/html")
                && !path.startsWith("/api/")
                && !path.startsWith("/scim/");
    }

    /** Whether the address is one that the pages themselves know, such as a link that a colleague sent. */
    public static boolean opensPage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && asksForPage(request)
                && !NO_PAGES.contains(request.getRequestURI().split("/", 3)[1]);
    }

    /** The start page is open to all: it says where to sign in, and that signing in failed. */
    public static boolean opensPageOfSomebody(HttpServletRequest request) {
        return opensPage(request) && !request.getRequestURI().equals("/");
    }
}
