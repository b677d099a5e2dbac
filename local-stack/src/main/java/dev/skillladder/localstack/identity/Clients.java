package dev.skillladder.localstack.identity;

import java.time.Duration;
import java.util.UUID;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Programs that may ask for tokens. Their secrets protect nothing but demo data on this machine. */
final class Clients {
    static final Duration ACCESS = Duration.ofMinutes(15);
    private static final Duration REFRESH = Duration.ofHours(12);

    private Clients() {}

    static RegisteredClientRepository of(IdentitySettings settings) {
        return new InMemoryRegisteredClientRepository(gateway(settings), machine());
    }

    /** Logs people in: authorization code with PKCE. */
    private static RegisteredClient gateway(IdentitySettings settings) {
        return client("skill-ladder-gateway")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(settings.gateway() + "/login/oauth2/code/skill-ladder")
                .postLogoutRedirectUri(settings.gateway() + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .tokenSettings(lifetimes().reuseRefreshTokens(false).build())
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    /** Acts as itself and without a role, except those it asks for as scopes and is allowed to. */
    private static RegisteredClient machine() {
        return client("skill-ladder-machine")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(Tokens.MACHINE_ROLES))
                .build();
    }

    private static TokenSettings.Builder lifetimes() {
        return TokenSettings.builder().accessTokenTimeToLive(ACCESS).refreshTokenTimeToLive(REFRESH);
    }

    private static RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(UUID.nameUUIDFromBytes(id.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString())
                .clientId(id)
                .clientSecret("{noop}demo-secret-" + id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(lifetimes().build());
    }
}
