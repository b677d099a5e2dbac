package dev.skillladder.profile.teammembership;

import dev.skillladder.profile.body.BodyFormat;
import dev.skillladder.profile.body.Fields;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The statement that somebody works in {@code team} on these days, both included. */
public record NewMembership(
        UUID team, LocalDate from, @Nullable LocalDate to) {

    static NewMembership read(Fields fields) {
        LocalDate from = fields.day("from");
        return new NewMembership(fields.id("team"), from, fields.end("to", from));
    }

    /** Tells how it is read. */
    @Configuration(proxyBeanMethods = false)
    static class Format {

        @Bean
        BodyFormat<NewMembership> newMembership() {
            return new BodyFormat<>(NewMembership.class, NewMembership::read);
        }
    }
}
