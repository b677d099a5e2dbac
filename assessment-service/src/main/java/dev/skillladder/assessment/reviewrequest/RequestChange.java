package dev.skillladder.assessment.reviewrequest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did with a request.
 *
 * @param reason null where none is asked for
 * @param by person claim
 */
record RequestChange(What what, @Nullable String reason, String by, Instant at) {

    /** Kind of a change. */
    enum What {
        /** HR chose the reviewer. */
        ASSIGNED,
        /** The reviewer will answer. */
        ACCEPTED,
        /** The reviewer will not. */
        DECLINED,
        /** Somebody else reviews in the manager's place. */
        DELEGATED,
        /** HR does not want it any more. */
        ENDED
    }
}
