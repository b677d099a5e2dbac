package dev.skillladder.gateway.access;

import dev.skillladder.gateway.problem.Problem;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Who passes: everything below {@code /api} needs a valid token, except the OpenAPI documents. What a caller may do there
 * is each service's own decision.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Tokens.class)
class Door {

    private static final String PAGES_ONLY_FROM_HERE =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Requests are observed once, at the door; observing each security filter as well costs more than the filters. */
    @Bean
    static SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain filters(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/api/openapi/*")
                        .permitAll()
                        .requestMatchers("/api/**", "/actuator/prometheus")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .oauth2ResourceServer(tokens -> tokens.jwt(_ -> {}).authenticationEntryPoint(noToken()))
                .exceptionHandling(failures -> failures.accessDeniedHandler(denied()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // bearer tokens only: no cookie that a foreign page could ride on
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(PAGES_ONLY_FROM_HERE))
                        .referrerPolicy(policy -> {}))
                .build();
    }

    private static AuthenticationEntryPoint noToken() {
        return (request, response, _) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            Problem.with(request, HttpStatus.UNAUTHORIZED, "no-valid-token", """
                    This path needs a valid bearer token. Sign in again at the identity provider; \
                    tokens end, and must be issued for this installation.""")
                    .answer(response);
        };
    }

    private static AccessDeniedHandler denied() {
        return (request, response, _) -> Problem.with(
                        request,
                        HttpStatus.FORBIDDEN,
                        "not-allowed",
                        "You may not do this. docs/access.md says who may.")
                .answer(response);
    }
}
