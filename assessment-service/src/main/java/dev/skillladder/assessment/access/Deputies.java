package dev.skillladder.assessment.access;

import dev.skillladder.assessment.knownengineer.PersonOnDay;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Who stands in for managers who are away. */
public interface Deputies {

    /** The manager above each person on their day in whose place the deputy reviews today; those without one are missing. */
    Map<PersonOnDay, UUID> managersOf(Collection<PersonOnDay> asked, UUID deputy, LocalDate today);
}
