package dev.skillladder.gateway.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * The access token of a session, renewed when it is about to end. One request renews, on whichever instance: many
 * providers take a refresh token once and end the login when it comes twice. The others wait for the new token; no
 * database connection is held meanwhile.
 */
@Component
class FreshTokens {

    /** A token must live as long as the request that carries it takes to arrive. */
    private static final Duration EARLY = Duration.ofSeconds(10);

    /** Longer than the provider may take, see {@link Provider}; then whoever renews is taken for dead. */
    private static final Duration CLAIM = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private static final Logger LOG = LoggerFactory.getLogger(FreshTokens.class);

    private final Logins logins;
    private final ClientRegistration gateway;
    private final RestClientRefreshTokenTokenResponseClient renewals;
    private final Duration length;
    private final Clock clock;

    FreshTokens(
            Logins logins,
            ClientRegistration gateway,
            RestClientRefreshTokenTokenResponseClient renewals,
            LoginSettings settings,
            Clock clock) {
        this.logins = logins;
        this.gateway = gateway;
        this.renewals = renewals;
        this.length = settings.length();
        this.clock = clock;
    }

    /** A token that is good for some seconds at least, as far as the provider can be reached. */
    String of(String session) {
        Instant giveUp = clock.instant().plus(PATIENCE);
        while (true) {
            Login login = logins.find(session).orElseThrow(LoginOver::new);
            Instant now = clock.instant();
            if (login.signedInAt().plus(length).isBefore(now)) {
                throw over(login);
            }
            if (login.accessEnds().minus(EARLY).isAfter(now)) {
                return login.accessToken();
            }
            if (logins.claim(login, now.plus(CLAIM))) {
                return renewed(login);
            }
            if (now.isAfter(giveUp)) {
                throw new ProviderAway(null);
            }
            pause();
        }
    }

    private String renewed(Login login) {
        String refresh = login.refreshToken();
        if (refresh == null) {
            throw over(login);
        }
        try {
            var now = clock.instant();
            var answer = renewals.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                    gateway,
                    new OAuth2AccessToken(
                            OAuth2AccessToken.TokenType.BEARER, login.accessToken(), null, login.accessEnds()),
                    new OAuth2RefreshToken(refresh, null)));
            var access = answer.getAccessToken();
            var next = answer.getRefreshToken();
            var ends = access.getExpiresAt();
            logins.renew(
                    login,
                    access.getTokenValue(),
                    ends == null ? now : ends,
                    next == null ? null : next.getTokenValue());
            return access.getTokenValue();
        } catch (OAuth2AuthorizationException refused) {
            if (OAuth2ErrorCodes.INVALID_GRANT.equals(refused.getError().getErrorCode())) {
                throw over(login);
            }
            return stillGood(login, refused);
        } catch (RestClientException away) {
            return stillGood(login, away);
        }
    }

    private LoginOver over(Login login) {
        logins.end(login);
        return new LoginOver();
    }

    private String stillGood(Login login, RuntimeException failure) {
        logins.release(login);
        LOG.warn("an access token cannot be renewed: {}", failure.toString());
        if (login.accessEnds().isAfter(clock.instant())) {
            return login.accessToken();
        }
        throw new ProviderAway(failure);
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderAway(e);
        }
    }
}
