package dev.skillladder.assessment.delegation;

import dev.skillladder.assessment.subjectkey.SubjectKey;
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
        @Nullable String endReason) {

    Delegation opened(SubjectKey key) {
        return new Delegation(
                id,
                manager,
                delegate,
                from,
                to,
                key.open(reason),
                createdBy,
                createdAt,
                endedAt,
                endedBy,
                key.openIfAny(endReason));
    }
}
