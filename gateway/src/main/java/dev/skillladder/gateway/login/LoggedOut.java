package dev.skillladder.gateway.login;

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
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The session here has ended; the browser still has to go to the provider, which ends its own and sends it back. A page
 * is told where to go, since its call must not follow a redirect to another site; a plain form is redirected.
 */
final class LoggedOut extends OidcClientInitiatedLogoutSuccessHandler {

    LoggedOut(ClientRegistrationRepository registrations, LoginSettings settings) {
        super(registrations);
        setPostLogoutRedirectUri(settings.publicUrl() + "/");
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication person)
            throws IOException {
        String next = determineTargetUrl(request, response, person);
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
}
