package dev.skillladder.profile.engineer;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.profile.EngineerChanged.State;
import dev.skillladder.profile.body.BodyFormat;
import dev.skillladder.profile.body.Fields;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What HR enters about an engineer.
 *
 * @param identity the person claim of the identity provider; null until linked
 * @param email as entered; no two engineers have the same, whatever its case
 */
public record EngineerDetails(
        @Nullable String identity,
        String employeeNumber,
        Text name,
        String email,
        @Nullable LocalDate hireDate,
        State state) {

    /** One @ with something before it and a domain with a dot behind it; only a message to it could tell more. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),:;\\\\]+@[^\\s@<>\"(),:;\\\\]+\\.[^\\s@<>\"(),:;\\\\.]+");

    public static EngineerDetails read(Fields fields) {
        return new EngineerDetails(
                fields.optionalText("identity", 255),
                fields.text("employeeNumber", 64),
                fields.name("name", 200),
                email(fields),
                fields.optionalDay("hireDate"),
                fields.choice("state", State.class));
    }

    private static String email(Fields fields) {
        String email = fields.text("email", 254);
        if (!EMAIL.matcher(email).matches()) {
            fields.note("email", "must be an e-mail address such as lei.li@example.com.");
        }
        return email;
    }

    /** Tells how it is read. */
    @Configuration(proxyBeanMethods = false)
    static class Format {

        @Bean
        BodyFormat<EngineerDetails> engineerDetails() {
            return new BodyFormat<>(EngineerDetails.class, EngineerDetails::read);
        }
    }
}
