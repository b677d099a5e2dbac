package dev.skillladder.profile.scim;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param publicUrl address of the gateway, as {@code PUBLIC_URL}: where locations and references lead
 */
@ConfigurationProperties("skill-ladder.scim")
record ScimSettings(URI publicUrl) {}
