package dev.skillladder.assessment.transfer;

import dev.skillladder.contract.Text;
import dev.skillladder.engine.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a person would stand in another role.
 *
 * @param stated the framework says what carries over between the two roles; if not, everything known counts in full
 * @param verified level the person would land on today, null for none; {@code possible} if all that is unknown were met
 * @param levels of the new role's ladder, lowest first, each with what is missing
 * @param carriesOver known skills that the new role asks for or the framework names
 * @param complement skills the framework says have to be added
 */
record TransferAnswer(
        UUID engineer,
        String framework,
        int frameworkVersion,
        LocalDate asOf,
        String from,
        String to,
        Text toName,
        boolean stated,
        @Nullable String verified,
        @Nullable String possible,
        @Nullable Double pLow,
        List<Rung> levels,
        List<Carried> carriesOver,
        List<Complement> complement) {

    /** One level. */
    record Rung(
            String level,
            Text name,
            boolean verified,
            boolean possible,
            double pLow,
            double pHigh,
            int needed,
            int met,
            List<Missing> missing) {}

    /**
     * A requirement that is not met.
     *
     * @param mean estimate as it would count there, null if nothing is known
     * @param gap how much that lacks until the requirement is met; null if nothing is known
     */
    record Missing(
            String skill,
            Text name,
            double proficiency,
            int importance,
            boolean mustHave,
            Status status,
            @Nullable Double mean,
            @Nullable Double gap) {}

    /**
     * A skill that goes along.
     *
     * @param rate share of the estimate that is kept
     * @param stated by the framework; else the skill is simply the same there
     * @param mean estimate now; {@code carried}: as it would count there
     * @param asked by some level of the new role
     */
    record Carried(String skill, Text name, double rate, boolean stated, double mean, double carried, boolean asked) {}

    /** A skill to add; {@code mean} is what is known already. */
    record Complement(String skill, Text name, @Nullable Double mean) {}
}
