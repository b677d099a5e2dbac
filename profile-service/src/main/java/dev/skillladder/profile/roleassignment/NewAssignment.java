package dev.skillladder.profile.roleassignment;

import dev.skillladder.profile.body.BodyFormat;
import dev.skillladder.profile.body.Fields;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The statement that somebody works in {@code role} of {@code framework} on these days, both included. */
record NewAssignment(
        String framework,
        String role,
        LocalDate from,
        @Nullable LocalDate to) {

    static NewAssignment read(Fields fields) {
        LocalDate from = fields.day("from");
        return new NewAssignment(fields.slug("framework"), fields.slug("role"), from, fields.end("to", from));
    }

    /** Tells how it is read. */
    @Configuration(proxyBeanMethods = false)
    static class Format {

        @Bean
        BodyFormat<NewAssignment> newAssignment() {
            return new BodyFormat<>(NewAssignment.class, NewAssignment::read);
        }
    }
}
