package dev.skillladder.testsupport;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Gives a context its addresses before anything reads them; each context gets its own database. */
final class StackInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String ENCRYPTION_KEYS = "test:" + "A".repeat(43) + "=";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        String name = environment.getProperty("spring.application.name", "test");
        TestPostgres.Database database = TestPostgres.database(name);
        Map<String, Object> addresses = Map.of(
                "DB_URL", database.jdbcUrl(),
                "DB_USER", database.user(),
                "DB_PASSWORD", database.password(),
                "KAFKA_BOOTSTRAP_SERVERS", TestKafka.bootstrapServers(),
                "OIDC_ISSUER", TestTokens.issuer(),
                "OIDC_JWKS_URL", TestTokens.jwksUrl(),
                "ENCRYPTION_KEYS", ENCRYPTION_KEYS);
        environment.getPropertySources().addFirst(new MapPropertySource("test stack", addresses));
    }
}
