package dev.skillladder.assessment.access;

import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every path needs a valid token except health, metrics and the API's description, which only the service's own port
 * shows. What a caller may do is decided by {@link Access}; only the paths of event-delivery are decided here.
 */
@Configuration(proxyBeanMethods = false)
class TokenSecurity implements WebMvcConfigurer {

    private final Callers callers;

    TokenSecurity(Callers callers) {
        this.callers = callers;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(callers);
    }

    /** Requests are observed once, at the door; observing each security filter as well costs more than the filters. */
    @Bean
    static SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static SecurityFilterChain tokens(
            HttpSecurity http,
            AccessSettings settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**",
                                "/actuator/prometheus",
                                "/v3/api-docs/**",
                                "/v3/api-docs.yaml",
                                "/error")
                        .permitAll()
                        .requestMatchers("/api/assessments/dead-letters/**", "/api/assessments/pending/**")
                        .hasRole("operator")
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles(settings)))
                        .authenticationEntryPoint((request, response, failure) ->
                                problems.resolveException(request, response, null, failure))
                        .withObjectPostProcessor(answeringEvenIfKeysAreAway(problems)))
                .exceptionHandling(failures -> failures.accessDeniedHandler(
                        (request, response, failure) -> problems.resolveException(request, response, null, failure)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // bearer tokens only: no cookie that a foreign page could ride on
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    /** The filter's own handler would throw on, and the container would answer 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringEvenIfKeysAreAway(
            HandlerExceptionResolver problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(
                        (request, response, failure) -> problems.resolveException(request, response, null, failure));
                return filter;
            }
        };
    }

    private static JwtAuthenticationConverter roles(AccessSettings settings) {
        JwtGrantedAuthoritiesConverter authorities = new JwtGrantedAuthoritiesConverter();
        authorities.setAuthoritiesClaimName(settings.rolesClaim());
        authorities.setAuthorityPrefix("ROLE_");
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(authorities);
        return converter;
    }
}
