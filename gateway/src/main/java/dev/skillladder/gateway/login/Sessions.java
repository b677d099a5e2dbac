package dev.skillladder.gateway.login;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions are in the gateway's database: they outlive a restart and are known to every instance. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession
@EnableScheduling
class Sessions {

    /** Before the login a session only knows where the browser was going. */
    private static final Duration BEFORE_LOGIN = Duration.ofMinutes(10);

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> storage() {
        return sessions -> {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
            sessions.setDefaultMaxInactiveInterval(BEFORE_LOGIN);
        };
    }

    @Bean
    ConversionService springSessionConversionService(Seal seal) {
        return StoredObjects.conversion(seal);
    }

    /** The name's prefix makes browsers insist on TLS, on this host and on the whole of it. */
    @Bean
    CookieSerializer cookies(LoginSettings settings, ServerProperties server) {
        settings.tls().require(server.getAddress(), server.getSsl());
        boolean tls = settings.tls().on(server.getSsl());
        var cookies = new DefaultCookieSerializer();
        cookies.setCookieName(tls ? "__Host-SESSION" : "SESSION");
        cookies.setUseSecureCookie(tls);
        cookies.setUseHttpOnlyCookie(true);
        cookies.setSameSite("Lax");
        cookies.setCookiePath("/");
        return cookies;
    }

    /** What arrives from the proxy in front was HTTPS, so that headers and addresses say so. */
    @Bean
    TomcatConnectorCustomizer secureInFront(LoginSettings settings) {
        return connector -> {
            if (settings.tls() == Tls.IN_FRONT) {
                connector.setSecure(true);
                connector.setScheme("https");
            }
        };
    }

    /** The door calls this filter, and not for those who bring a token. */
    @Bean
    FilterRegistrationBean<Filter> sessionsByTheDoor(@Qualifier("springSessionRepositoryFilter") Filter sessions) {
        var registration = new FilterRegistrationBean<>(sessions);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
