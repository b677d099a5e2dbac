package dev.skillladder.assessment.contest;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What HR or the second person sends.
 *
 * @param dueOn new last day, null to keep the one there is
 */
record NewReassignment(
        @Nullable UUID assignedTo,
        @Nullable LocalDate dueOn,
        @Nullable String reason) {}
