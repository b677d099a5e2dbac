package dev.skillladder.assessment.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of a review.
 *
 * @param revision the one that the change made
 * @param by the rater; null where a peer is not named
 * @param reason null to readers from whom the peer's words are kept
 */
record Revision(
        long revision,
        Change change,
        Instant at,
        @Nullable UUID by,
        @Nullable String reason,
        Before before) {

    /** What was done. */
    enum Change {
        /** It says something else now. */
        CORRECTED,
        /** It says nothing any more. */
        WITHDRAWN
    }

    /** What the review said until then. */
    record Before(long revision, int frameworkVersion, LocalDate observedOn, List<Review.Rating> ratings) {

        Before {
            ratings = List.copyOf(ratings);
        }
    }
}
