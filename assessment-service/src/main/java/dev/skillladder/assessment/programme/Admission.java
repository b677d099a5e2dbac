package dev.skillladder.assessment.programme;

import dev.skillladder.engine.Status;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An ability check with what a person decided about it.
 *
 * @param passed every entry requirement is met; it decides nothing
 * @param checkedBy the token's person, as {@code decidedBy}
 * @param outcome null while nobody has decided
 */
record Admission(
        UUID id,
        UUID cohort,
        UUID engineer,
        boolean passed,
        List<Line> lines,
        String checkedBy,
        Instant checkedAt,
        @Nullable Outcome outcome,
        @Nullable String reason,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    Admission withReason(@Nullable String text) {
        return new Admission(
                id, cohort, engineer, passed, lines, checkedBy, checkedAt, outcome, text, decidedBy, decidedAt);
    }

    /** One entry requirement; mean and p are null if nothing is known, p also while it is UNKNOWN. */
    record Line(
            String skill,
            double proficiency,
            Status status,
            @Nullable Double mean,
            @Nullable Double p) {}

    /** What was decided. */
    enum Outcome {
        /** The person takes part. */
        ADMITTED,
        /** The person does not, this time. */
        REFUSED
    }
}
