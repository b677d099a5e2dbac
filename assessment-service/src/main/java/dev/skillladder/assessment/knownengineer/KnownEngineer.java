package dev.skillladder.assessment.knownengineer;

import dev.skillladder.contract.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What screens and reports say about a person.
 *
 * @param employeeNumber null once the person's data was erased, as is {@code name}
 * @param active whether the person works here
 */
public record KnownEngineer(
        UUID engineer,
        @Nullable String employeeNumber,
        @Nullable Text name,
        boolean active) {}
