package dev.skillladder.localstack.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/**
 * Ends the login at this provider for a client that does not send an ID token: it says its name and where to go back
 * to. Any page can do that, so the person is asked first; Keycloak does the same.
 */
@RestController
class SignOutPage {
    private final RegisteredClientRepository clients;

    SignOutPage(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @GetMapping("/sign-out")
    ResponseEntity<String> ask(
            @RequestParam("client_id") String client,
            @RequestParam("post_logout_redirect_uri") String back,
            CsrfToken csrf,
            @Nullable Authentication person) {
        if (!mayReturn(client, back)) {
            return refused();
        }
        if (person == null) {
            return to(back);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", SignInPage.POLICY)
                .body("""
                        <!doctype html>
                        <html lang="en">
                        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>Sign out · 退出登录</title><link rel="stylesheet" href="/sign-in.css"></head>
                        <body><main>
                        <h1>Sign out, %s? · <span lang="zh">退出登录？</span></h1>
                        <form method="post" action="/sign-out">%s%s%s
                        <button>Sign out · <span lang="zh">退出登录</span></button></form>
                        </main></body></html>
                        """.formatted(
                                HtmlUtils.htmlEscape(person.getName()),
                                hidden(csrf.getParameterName(), csrf.getToken()),
                                hidden("client_id", client),
                                hidden("post_logout_redirect_uri", back)));
    }

    @PostMapping("/sign-out")
    ResponseEntity<String> end(
            @RequestParam("client_id") String client,
            @RequestParam("post_logout_redirect_uri") String back,
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication person) {
        if (!mayReturn(client, back)) {
            return refused();
        }
        new SecurityContextLogoutHandler().logout(request, response, person);
        return to(back);
    }

    private boolean mayReturn(String client, String back) {
        var registered = clients.findByClientId(client);
        return registered != null && registered.getPostLogoutRedirectUris().contains(back);
    }

    private static ResponseEntity<String> refused() {
        return ResponseEntity.badRequest()
                .contentType(MediaType.TEXT_PLAIN)
                .body("This client may not send people there after a logout.");
    }

    private static ResponseEntity<String> to(String back) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(back))
                .build();
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(HtmlUtils.htmlEscape(name), HtmlUtils.htmlEscape(value));
    }
}
