package dev.skillladder.localstack.identity;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The process of the demo identity provider. */
@SpringBootApplication
@EnableConfigurationProperties(IdentitySettings.class)
public class IdentityProvider {
    public static void main(String[] arguments) {
        var application = new SpringApplication(IdentityProvider.class);
        // here and not in application.yml: this jar also holds the supervisor, and tests put services on one class path
        // with it
        application.setDefaultProperties(Map.of(
                "spring.application.name", "identity-provider",
                "server.address", "127.0.0.1",
                "server.servlet.session.cookie.name", "IDENTITY_SESSION",
                "spring.main.banner-mode", "off"));
        application.run(arguments);
    }
}
