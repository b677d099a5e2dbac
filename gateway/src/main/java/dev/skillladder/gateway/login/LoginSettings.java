package dev.skillladder.gateway.login;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people sign in.
 *
 * @param publicUrl the gateway as a browser sees it, without a slash at the end; logins return there
 * @param clientId this gateway at the identity provider
 * @param clientSecret its secret there
 * @param scopes what is asked for; {@code openid} is among them
 * @param authorize where the browser signs in
 * @param token where the gateway changes codes into tokens
 * @param endSession where the browser signs out; empty when the provider has no such address
 * @param logoutSendsIdToken for providers that take nothing else: the token then passes through the browser
 * @param idle a session nobody uses ends after this time
 * @param length a session ends after this time, used or not
 * @param sessions most sessions of one person; the oldest ends
 * @param tls where TLS ends
 */
@ConfigurationProperties("skill-ladder.gateway.login")
record LoginSettings(
        String publicUrl,
        String clientId,
        String clientSecret,
        List<String> scopes,
        String authorize,
        String token,
        String endSession,
        boolean logoutSendsIdToken,
        Duration idle,
        Duration length,
        int sessions,
        Tls tls) {

    LoginSettings {
        scopes = List.copyOf(scopes);
        if (publicUrl.isBlank() || clientId.isBlank() || authorize.isBlank() || token.isBlank()) {
            throw new IllegalArgumentException("skill-ladder.gateway.login: set PUBLIC_URL, OIDC_CLIENT_ID, "
                    + "OIDC_AUTHORIZATION_URL and OIDC_TOKEN_URL");
        }
        if (publicUrl.endsWith("/")) {
            throw new IllegalArgumentException("PUBLIC_URL must not end with a slash: " + publicUrl);
        }
        if (clientSecret.isBlank()) {
            throw new IllegalArgumentException(
                    "OIDC_CLIENT_SECRET is empty: set the secret that the identity provider keeps for " + clientId);
        }
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("OIDC_SCOPES must contain openid, not only " + scopes);
        }
        if (!idle.isPositive() || length.compareTo(idle) < 0 || sessions < 1) {
            throw new IllegalArgumentException("SESSION_IDLE must be positive, SESSION_LENGTH at least as long and "
                    + "SESSIONS_PER_PERSON at least 1, not " + idle + ", " + length + " and " + sessions);
        }
    }
}
