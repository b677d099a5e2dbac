package dev.skillladder.assessment.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From {@code from} to {@code to}, both included, the delegate reviews the people below the manager in the manager's place.
 *
 * @param createdBy the person claim of the manager, or of HR
 */
record Delegation(
        UUID id,
        UUID manager,
        UUID delegate,
        LocalDate from,
        LocalDate to,
        String reason,
        String createdBy,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endReason) {}
