package dev.skillladder.gateway.access;

import jakarta.servlet.Filter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Requests without a bearer token: pages, health and the OpenAPI documents are open, everything else below {@code /api}
 * is refused. What a caller may do there is each service's own decision.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Tokens.class)
class Sessionless {

    /** Requests are observed once, at the door; observing each security filter as well costs more than the filters. */
    @Bean
    static SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** The {@link Door} calls the filters; the container does not. */
    @Bean
    FilterRegistrationBean<Filter> calledByTheDoor(@Qualifier("springSecurityFilterChain") Filter security) {
        var registration = new FilterRegistrationBean<>(security);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    SecurityFilterChain filters(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/api/openapi/*")
                        .permitAll()
                        .requestMatchers("/api/**", "/actuator/prometheus")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(noToken())
                        .accessDeniedHandler((request, response, _) ->
                                Refusals.notAllowed(request).answer(response)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // no cookie that a foreign page could ride on
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(PageHeaders.ONLY_FROM_HERE))
                        .referrerPolicy(policy -> {}))
                .build();
    }

    private static AuthenticationEntryPoint noToken() {
        return (request, response, _) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            Refusals.noToken(request).answer(response);
        };
    }
}
