package dev.skillladder.assessment.development;

import dev.skillladder.assessment.development.DevelopmentAction.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One revision of an action.
 *
 * @param what CREATED, CHANGED or CARRIED to a cycle
 * @param changedBy null: by the start of the cycle
 */
record ActionChange(
        long revision,
        String what,
        Status status,
        LocalDate dueOn,
        @Nullable UUID cycle,
        @Nullable String reason,
        @Nullable UUID changedBy,
        Instant changedAt) {}
