package dev.skillladder.assessment.access;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Who stands in for managers who are away. */
public interface Deputies {

    /** The manager above the engineer on the given day in whose place the deputy reviews today; empty if there is none. */
    Optional<UUID> managerOf(UUID engineer, LocalDate day, UUID deputy, LocalDate today);
}
