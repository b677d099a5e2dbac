package dev.skillladder.profile.access;

import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import dev.skillladder.profile.problem.SecurityProblems;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;

/** Which paths are open, which need a token and which a role; relationships are decided in {@link Access}. */
@Configuration(proxyBeanMethods = false)
class Security {

    /** Requests are observed once, at the door; observing each security filter as well costs more than the filters. */
    @Bean
    static SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain guardedPaths(HttpSecurity http, SecurityProblems problems) {
        http.authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers("/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .permitAll()
                .requestMatchers("/api/profiles/dead-letters/**", "/api/profiles/pending/**")
                .hasAuthority("operator")
                .requestMatchers("/scim/**")
                .hasAuthority("hr")
                .requestMatchers(POST, "/api/profiles/**")
                .hasAuthority("hr")
                .requestMatchers(PUT, "/api/profiles/**")
                .hasAuthority("hr")
                .anyRequest()
                .authenticated());
        http.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                .authenticationEntryPoint(problems)
                .accessDeniedHandler(problems)
                .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                    @Override
                    public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(problems);
                        return filter;
                    }
                }));
        http.exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems));
        // tokens come in a header that no browser adds by itself, so there is no session and no forged request
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        return http.build();
    }

    /** A token that names no person is of no use: every rule asks who calls. */
    @Bean
    OAuth2TokenValidator<Jwt> namesPerson(
            @Value("${spring.security.oauth2.resourceserver.jwt.principal-claim-name}") String claim) {
        return new JwtClaimValidator<Object>(claim, person -> person instanceof String name && !name.isBlank());
    }
}
