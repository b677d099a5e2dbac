package dev.skillladder.assessment.conflict;

import dev.skillladder.assessment.subjectkey.SubjectKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reviewer must not review the subject until it is ended.
 *
 * @param declaredBy the person claim of who declared it
 */
record ConflictOfInterest(
        UUID id,
        UUID subject,
        UUID reviewer,
        String declaredBy,
        DeclaredAs declaredAs,
        String reason,
        Instant declaredAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endReason) {

    ConflictOfInterest opened(SubjectKey key) {
        return new ConflictOfInterest(
                id,
                subject,
                reviewer,
                declaredBy,
                declaredAs,
                key.open(reason),
                declaredAt,
                endedAt,
                endedBy,
                key.openIfAny(endReason));
    }

    /** In which capacity it was declared. */
    enum DeclaredAs {
        /** By the person who would review. */
        REVIEWER,
        /** By the person who would be reviewed. */
        SUBJECT,
        /** By HR. */
        HR
    }
}
