package dev.skillladder.profile.reportingline;

import dev.skillladder.contract.profile.EngineerChanged.LineKind;
import dev.skillladder.profile.body.BodyFormat;
import dev.skillladder.profile.body.Fields;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The statement that somebody reports to {@code manager} on these days, both included. */
public record NewLine(
        UUID manager,
        LineKind kind,
        LocalDate from,
        @Nullable LocalDate to) {

    static NewLine read(Fields fields) {
        LocalDate from = fields.day("from");
        return new NewLine(fields.id("manager"), fields.choice("kind", LineKind.class), from, fields.end("to", from));
    }

    /** Tells how it is read. */
    @Configuration(proxyBeanMethods = false)
    static class Format {

        @Bean
        BodyFormat<NewLine> newLine() {
            return new BodyFormat<>(NewLine.class, NewLine::read);
        }
    }
}
