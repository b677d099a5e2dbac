package dev.skillladder.gateway.login;

import dev.skillladder.gateway.access.Tokens;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * The identity provider, every address set by hand: the browser may see it elsewhere than the gateway does, and the
 * gateway starts while it is away.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LoginSettings.class, SessionKeys.class, Tokens.class})
class Provider {

    static final String ID = "skill-ladder";

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    @Bean
    ClientRegistrationRepository registrations(ClientRegistration gateway) {
        return new InMemoryClientRegistrationRepository(gateway);
    }

    @Bean
    ClientRegistration registration(LoginSettings login, Tokens tokens) {
        return ClientRegistration.withRegistrationId(ID)
                .clientId(login.clientId())
                .clientSecret(login.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri(login.publicUrl() + "/login/oauth2/code/" + ID)
                .scope(login.scopes())
                .authorizationUri(login.authorize())
                .tokenUri(login.token())
                .jwkSetUri(tokens.keys())
                .issuerUri(tokens.issuer())
                .userNameAttributeName("sub")
                .build();
    }

    @Bean
    RestClientAuthorizationCodeTokenResponseClient codes() {
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(impatient());
        return client;
    }

    @Bean
    RestClientRefreshTokenTokenResponseClient renewals() {
        var client = new RestClientRefreshTokenTokenResponseClient();
        client.setRestClient(impatient());
        return client;
    }

    /** What these clients use by default, with time limits. */
    private static RestClient impatient() {
        var http = java.net.http.HttpClient.newBuilder().connectTimeout(CONNECT).build();
        var connections = new JdkClientHttpRequestFactory(http);
        connections.setReadTimeout(ANSWER);
        return RestClient.builder()
                .requestFactory(connections)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
