package dev.skillladder.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Component;

/**
 * Where Spring Security leaves the tokens of a login: in columns, and not as a Java object in the session, which would
 * also hold the client's secret and could not be renewed by one of many requests.
 */
@Component
class TokensInLogins implements OAuth2AuthorizedClientRepository {

    private final Logins logins;
    private final ClientRegistration gateway;
    private final Clock clock;

    TokensInLogins(Logins logins, ClientRegistration gateway, Clock clock) {
        this.logins = logins;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** The session is in the database already: it has kept the login's state since the browser was sent away. */
    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient client,
            Authentication person,
            HttpServletRequest request,
            HttpServletResponse response) {
        Instant ends = client.getAccessToken().getExpiresAt();
        OAuth2RefreshToken refresh = client.getRefreshToken();
        logins.begin(
                request.getSession().getId(),
                person.getName(),
                client.getAccessToken().getTokenValue(),
                ends == null ? clock.instant() : ends,
                refresh == null ? null : refresh.getTokenValue());
    }

    @Override
    // the interface lets the caller name the type, and there is only one
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String id, Authentication person, HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null
                ? null
                : (T) logins.find(session.getId())
                        .map(login -> client(login, person.getName()))
                        .orElse(null);
    }

    @Override
    public void removeAuthorizedClient(
            String id, Authentication person, HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            logins.find(session.getId()).ifPresent(logins::end);
        }
    }

    private OAuth2AuthorizedClient client(Login login, String person) {
        var access = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, login.accessToken(), null, login.accessEnds());
        String refresh = login.refreshToken();
        return new OAuth2AuthorizedClient(
                gateway, person, access, refresh == null ? null : new OAuth2RefreshToken(refresh, null));
    }
}
