package dev.skillladder.assessment.decision;

import dev.skillladder.contract.assessment.LevelComputed.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named person's word on a level.
 *
 * @param role of {@code framework}; a decision counts for this role only
 * @param state what the rule said to the person who decided, null for decisions of before this was kept
 * @param verified level the observations supported then
 * @param proposed level the system proposed, null for none
 * @param override confirmed another level than the observations supported
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
        @Nullable State state,
        @Nullable String verified,
        @Nullable String proposed,
        boolean override,
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
