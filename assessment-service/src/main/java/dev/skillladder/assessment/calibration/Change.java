package dev.skillladder.assessment.calibration;

import dev.skillladder.assessment.review.ChangeRating.Rated;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another value for what one manager said about one skill of one person.
 *
 * @param agreedOn what was said when it was proposed
 */
record Change(
        UUID id,
        UUID calibration,
        UUID engineer,
        String skill,
        UUID rater,
        Rated agreedOn,
        double value,
        String reason,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable Instant raterSignedAt,
        @Nullable Instant leadSignedAt,
        @Nullable UUID withdrawnBy,
        @Nullable Instant withdrawnAt) {

    /** Where it stands. */
    enum State {
        /** One signature is missing. */
        PROPOSED,
        /** Both signed; the review says so now. */
        APPLIED,
        /** Taken back before both had signed. */
        WITHDRAWN
    }

    State state() {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return raterSignedAt != null && leadSignedAt != null ? State.APPLIED : State.PROPOSED;
    }

    Change openedWith(SubjectKey key) {
        return new Change(
                id,
                calibration,
                engineer,
                skill,
                rater,
                agreedOn,
                value,
                key.open(reason),
                proposedBy,
                proposedAt,
                raterSignedAt,
                leadSignedAt,
                withdrawnBy,
                withdrawnAt);
    }

    /** As it is shown. */
    Shown shown() {
        return new Shown(
                id,
                engineer,
                skill,
                rater,
                agreedOn.value(),
                value,
                reason,
                state(),
                proposedBy,
                proposedAt,
                raterSignedAt,
                leadSignedAt);
    }

    record Shown(
            UUID id,
            UUID engineer,
            String skill,
            UUID rater,
            double before,
            double after,
            String reason,
            State state,
            UUID proposedBy,
            Instant proposedAt,
            @Nullable Instant raterSignedAt,
            @Nullable Instant leadSignedAt) {}
}
