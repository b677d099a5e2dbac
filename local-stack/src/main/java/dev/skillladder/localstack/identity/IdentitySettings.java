package dev.skillladder.localstack.identity;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the supervisor tells the identity provider.
 *
 * @param issuer the address as a browser sees it
 * @param directory where the signing key and the users are
 * @param gateway the gateway's address, where logins return to
 */
@ConfigurationProperties("identity")
record IdentitySettings(String issuer, Path directory, String gateway) {}
