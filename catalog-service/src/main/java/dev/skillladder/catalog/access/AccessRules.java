package dev.skillladder.catalog.access;

import dev.skillladder.catalog.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.resource.OAuth2ResourceServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;

/** The catalog's rows of docs/access.md. Issuer, keys, audience and expiry are checked by Spring Boot's decoder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcSettings.class)
class AccessRules {

    /** Requests are observed once, at the door; observing each security filter as well costs more than the filters. */
    @Bean
    static SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain rules(HttpSecurity http, OidcSettings oidc, ProblemWriter problems) {
        return http.csrf(AbstractHttpConfigurer::disable) // no cookies: a token is never sent by itself
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**")
                        .permitAll()
                        .requestMatchers(
                                "/api/catalog/frameworks/*/drafts/**",
                                "/api/catalog/frameworks/*/imports/**",
                                "/api/catalog/frameworks/*/history/**",
                                "/api/catalog/frameworks/*/retire",
                                "/api/catalog/frameworks/*/reactivate")
                        .hasRole("curator")
                        .requestMatchers("/api/catalog/dead-letters/**", "/api/catalog/pending/**")
                        .hasRole("operator")
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> tokens(server, oidc, problems))
                .build();
    }

    /** Beyond what Spring checks: a token that never expires or names nobody is not good enough to write history with. */
    @Bean
    OAuth2TokenValidator<Jwt> namesPersonAndExpires(OidcSettings oidc) {
        return new NamesPersonAndExpires(oidc.personClaim());
    }

    private static void tokens(
            OAuth2ResourceServerConfigurer<HttpSecurity> server, OidcSettings oidc, ProblemWriter problems) {
        TokenRefused refused = new TokenRefused(problems);
        server.jwt(jwt -> jwt.jwtAuthenticationConverter(people(oidc)))
                .authenticationEntryPoint(refused)
                .accessDeniedHandler((request, response, denied) -> problems.write(
                        request,
                        response,
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        "Your roles do not allow this. Ask an administrator if you need to do it."))
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                        // keys that cannot be fetched are told by the entry point too, not as an unexpected failure
                        AuthenticationEntryPointFailureHandler handler =
                                new AuthenticationEntryPointFailureHandler(refused);
                        handler.setRethrowAuthenticationServiceException(false);
                        filter.setAuthenticationFailureHandler(handler);
                        return filter;
                    }
                });
    }

    private static JwtAuthenticationConverter people(OidcSettings oidc) {
        JwtGrantedAuthoritiesConverter roles = new JwtGrantedAuthoritiesConverter();
        roles.setAuthoritiesClaimName(oidc.rolesClaim());
        roles.setAuthorityPrefix("ROLE_");
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(roles);
        converter.setPrincipalClaimName(oidc.personClaim());
        return converter;
    }
}
