package dev.skillladder.testsupport;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.ContextConfiguration;

/**
 * Beside {@code @SpringBootTest}: the context finds an empty database, the broker and the token issuer under the names
 * that services read ({@code DB_URL}, {@code DB_USER}, {@code DB_PASSWORD}, {@code KAFKA_BOOTSTRAP_SERVERS},
 * {@code OIDC_ISSUER}, {@code OIDC_JWKS_URL}, {@code ENCRYPTION_KEYS}). Put it on one base class per module, so that one
 * context is shared.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ContextConfiguration(initializers = StackInitializer.class)
public @interface WithStack {}
