package dev.skillladder.localstack.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import dev.skillladder.localstack.DemoUser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1");

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers("/error", "/login", "/sign-out", "/sign-in.css")
                                .permitAll()
                                .requestMatchers(IdentityConfiguration::asksForDemoToken)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/demo/tokens"))
                .formLogin(form -> form.loginPage("/login"))
                .build();
    }

    /** Open to whoever reaches the loopback interface, under its own name only: no page from elsewhere can read a token. */
    private static boolean asksForDemoToken(HttpServletRequest request) {
        return request.getRequestURI().equals("/demo/tokens") && OWN_NAMES.contains(request.getServerName());
    }

    @Bean
    DemoUsers users(IdentitySettings settings, JsonMapper json) {
        var file = settings.directory().resolve("users.json");
        return new DemoUsers(json.readValue(file.toFile(), new TypeReference<List<DemoUser>>() {}));
    }

    @Bean
    RegisteredClientRepository clients(IdentitySettings settings) {
        return Clients.of(settings);
    }

    @Bean
    AuthorizationServerSettings server(IdentitySettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> keys(IdentitySettings settings) throws IOException, JOSEException, ParseException {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(settings.directory())));
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    /** An access token is for Skill Ladder; an ID token stays addressed to the client that asked. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(DemoUsers users) {
        return context -> {
            if (context.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
                Authentication holder = Objects.requireNonNull(context.getPrincipal(), "a token is somebody's");
                var machine = AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType());
                var roles = machine
                        ? context.getAuthorizedScopes().stream().sorted().toList()
                        : users.rolesOf(holder.getName());
                Tokens.describe(context.getClaims(), roles);
            }
        };
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
