package dev.skillladder.assessment.cycle;

import dev.skillladder.contract.Text;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who owes reviews after their due day; about whom a peer's would be is not said.
 *
 * @param team of a participant, null for others
 * @param since the earliest due day among them
 */
record LatePerson(
        UUID engineer,
        @Nullable Text name,
        @Nullable UUID team,
        int self,
        int manager,
        int peer,
        @Nullable LocalDate since) {}
