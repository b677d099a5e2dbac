package dev.skillladder.assessment.inbox;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mail beside the inbox; the server itself is {@code spring.mail}.
 *
 * @param host {@code MAIL_HOST}; empty, the default: no mail
 * @param from sender's address, needed with a host
 * @param page address of the web pages, for the link
 * @param every how often waiting mail is looked for, default 10 seconds
 */
@ConfigurationProperties("assessment.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("") String from,
        @DefaultValue("http://localhost:8080") URI page,
        @DefaultValue("10s") Duration every) {

    MailSettings {
        if (!host.isBlank() && !from.contains("@")) {
            throw new IllegalArgumentException("MAIL_FROM must be the sender's address when MAIL_HOST is set");
        }
        if (!every.isPositive()) {
            throw new IllegalArgumentException("assessment.mail.every must be positive");
        }
    }

    boolean isOn() {
        return !host.isBlank();
    }
}
