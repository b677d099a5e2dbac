package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was asked to review a person, or themselves.
 *
 * @param subjectName null once the person's data was erased
 * @param cycle null outside a cycle
 * @param requestedBy null where a cycle asks
 * @param delegate who answers in the reviewer's place, null if nobody was named for this request
 */
record ReviewRequest(
        UUID id,
        UUID subject,
        @Nullable Text subjectName,
        Kind kind,
        UUID reviewer,
        @Nullable UUID delegate,
        @Nullable UUID cycle,
        @Nullable UUID requestedBy,
        Instant requestedAt,
        @Nullable LocalDate dueOn,
        State state,
        @Nullable Instant endedAt) {

    /** What became of a request. */
    enum State {
        /** Not answered yet. */
        OPEN,
        /** The reviewer will answer. */
        ACCEPTED,
        /** The reviewer will not answer, and said why. */
        DECLINED,
        /** The review was submitted. */
        ANSWERED,
        /** The review was submitted after the cycle had closed, and counts outside it. */
        LATE,
        /** The cycle closed without an answer. */
        MISSED,
        /** Not wanted any more: somebody left, the manager changed, or a conflict of interest was declared. */
        ENDED
    }

    boolean isOpen() {
        return state == State.OPEN || state == State.ACCEPTED;
    }
}
