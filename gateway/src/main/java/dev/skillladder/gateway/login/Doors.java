package dev.skillladder.gateway.login;

import dev.skillladder.gateway.access.PageHeaders;
import dev.skillladder.gateway.access.Refusals;
import dev.skillladder.gateway.request.Navigation;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Requests without a bearer token: the start page, health and the OpenAPI documents are open; the API and all other
 * pages need a session. What a person may do there is each service's own decision.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    static final String START = "/oauth2/authorization/" + Provider.ID;

    private static final Logger LOG = LoggerFactory.getLogger(Doors.class);

    /** Requests are observed once, at the door; observing each security filter as well costs more than the filters. */
    @Bean
    static SecurityObservationSettings unobservedFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** The door calls the filters; the container does not. */
    @Bean
    FilterRegistrationBean<Filter> securityByTheDoor(@Qualifier("springSecurityFilterChain") Filter security) {
        var registration = new FilterRegistrationBean<>(security);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    SecurityFilterChain filters(
            HttpSecurity http,
            LoginSettings settings,
            ServerProperties server,
            FreshTokens tokens,
            OpenStreams streams) {
        var pages = openedPages();
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/api/openapi/*")
                        .permitAll()
                        .requestMatchers("/api/**", "/scim/**", "/actuator/prometheus")
                        .authenticated()
                        .requestMatchers(Navigation::opensPageOfSomebody)
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .oauth2Login(login -> login.loginPage("/login")
                        .successHandler(signedIn(settings, pages))
                        .failureHandler(notSignedIn()))
                .logout(logout -> logout.logoutSuccessHandler(new LoggedOut(settings)))
                .csrf(csrf ->
                        csrf.spa().csrfTokenRepository(csrfCookie(settings.tls().on(server.getSsl()))))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(noSession(settings)).accessDeniedHandler(Doors::refuse))
                .requestCache(cache -> cache.requestCache(pages))
                .addFilterAfter(new TokenForServices(tokens, streams), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(PageHeaders.ONLY_FROM_HERE))
                        .referrerPolicy(policy -> {}))
                .build();
    }

    /** Where somebody goes after signing in: to the page they opened, its address as it was shared. */
    @SuppressWarnings("NullAway") // null is how Spring Security documents to add nothing to the address
    private static HttpSessionRequestCache openedPages() {
        var pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(Navigation::opensPageOfSomebody);
        pages.setMatchingRequestParameterName(null);
        return pages;
    }

    /** Readable by the page, which sends it back in a header: a page from elsewhere can neither read nor send it. */
    private static CookieCsrfTokenRepository csrfCookie(boolean tls) {
        var cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(builder -> builder.secure(tls).sameSite("Lax"));
        return cookie;
    }

    private static AuthenticationSuccessHandler signedIn(LoginSettings settings, HttpSessionRequestCache pages) {
        var back = new SavedRequestAwareAuthenticationSuccessHandler();
        back.setRequestCache(pages);
        back.setDefaultTargetUrl("/");
        return (request, response, person) -> {
            request.getSession().setMaxInactiveInterval((int) settings.idle().toSeconds());
            back.onAuthenticationSuccess(request, response, person);
        };
    }

    private static AuthenticationFailureHandler notSignedIn() {
        return (_, response, failure) -> {
            LOG.warn("a login failed: {}", failure.toString());
            response.sendRedirect("/?sign-in=failed");
        };
    }

    private static AuthenticationEntryPoint noSession(LoginSettings settings) {
        return (request, response, _) -> {
            if (Navigation.asksForPage(request)) {
                response.sendRedirect(settings.publicUrl() + START);
                return;
            }
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            Refusals.noToken(request).answer(response);
        };
    }

    /** Who has no session is told so first: a missing CSRF token is not what is wrong. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            Refusals.noToken(request).answer(response);
        } else if (failure instanceof CsrfException) {
            Refusals.noCsrfToken(request).answer(response);
        } else {
            Refusals.notAllowed(request).answer(response);
        }
    }
}
