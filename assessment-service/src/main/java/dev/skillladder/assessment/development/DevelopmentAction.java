package dev.skillladder.assessment.development;

import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody means to do about some skills.
 *
 * @param template development action of the framework it was made from, null for one of their own
 * @param overdue neither done nor dropped, and its day has passed
 * @param cycle the cycle it belongs to now, null outside any
 */
record DevelopmentAction(
        UUID id,
        UUID engineer,
        String framework,
        List<String> skills,
        ActionKind kind,
        @Nullable String template,
        String title,
        @Nullable String description,
        LocalDate dueOn,
        Status status,
        boolean overdue,
        @Nullable UUID cycle,
        long revision,
        UUID createdBy,
        Instant createdAt,
        Instant changedAt) {

    /** How far it has come. */
    enum Status {
        /** Not begun. */
        OPEN,
        /** Going on. */
        STARTED,
        /** Finished; nothing changes it any more. */
        DONE,
        /** Given up; nothing changes it any more. */
        DROPPED;

        boolean ended() {
            return this == DONE || this == DROPPED;
        }
    }

    DevelopmentAction changed(
            String newTitle, @Nullable String newDescription, LocalDate newDueOn, Status newStatus, Instant now) {
        return new DevelopmentAction(
                id,
                engineer,
                framework,
                skills,
                kind,
                template,
                newTitle,
                newDescription,
                newDueOn,
                newStatus,
                overdue,
                cycle,
                revision + 1,
                createdBy,
                createdAt,
                now);
    }
}
