package dev.skillladder.gateway.login;

import dev.skillladder.gateway.request.Navigation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The session here has ended; the browser still has to go to the provider, which ends its own and sends it back. A page
 * is told where to go, since its call must not follow a redirect to another site; a plain form is redirected.
 */
final class LoggedOut implements LogoutSuccessHandler {

    private final LoginSettings settings;

    LoggedOut(LoginSettings settings) {
        this.settings = settings;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person)
            throws IOException {
        String next = next(person);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (Navigation.asksForPage(request)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, next);
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream()
                .write(JsonMapper.shared()
                        .writeValueAsString(Map.of("next", next))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Without the ID token a provider may ask the person whether they mean it, which is better than a token on its way. */
    private String next(@Nullable Authentication person) {
        String home = settings.publicUrl() + "/";
        if (settings.endSession().isBlank()) {
            return home;
        }
        var address = UriComponentsBuilder.fromUriString(settings.endSession())
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{home}");
        if (settings.logoutSendsIdToken() && person != null && person.getPrincipal() instanceof OidcUser user) {
            address.queryParam("id_token_hint", user.getIdToken().getTokenValue());
        }
        return address.encode().buildAndExpand(settings.clientId(), home).toUriString();
    }
}
