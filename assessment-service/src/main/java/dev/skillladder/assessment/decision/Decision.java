package dev.skillladder.assessment.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A named person's word on a level.
 *
 * @param role of {@code framework}; a decision counts for this role only
 * @param validFrom first day it counts
 */
record Decision(
        UUID id,
        UUID engineer,
        String framework,
        String role,
        Outcome outcome,
        String level,
        String reason,
        UUID decidedBy,
        LocalDate validFrom,
        Instant recordedAt) {

    /** What was decided. */
    enum Outcome {
        /** The person holds the level from that day on. */
        CONFIRMED,
        /** The person does not get the proposed level; what was confirmed before stays. */
        REJECTED
    }
}
