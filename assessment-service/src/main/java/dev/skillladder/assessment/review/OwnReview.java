package dev.skillladder.assessment.review;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.problem.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A review as its rater changes it. */
@Component
class OwnReview {

    private final Access access;
    private final KnownEngineers engineers;
    private final Reviews reviews;

    OwnReview(Access access, KnownEngineers engineers, Reviews reviews) {
        this.access = access;
        this.engineers = engineers;
        this.reviews = reviews;
    }

    /** The caller's own review that still counts, read after its subject's row was locked. */
    Review locked(Caller caller, UUID id) {
        UUID rater = access.requireEngineer(caller);
        Review seen = reviews.find(id).orElseThrow(OwnReview::unknown);
        if (!rater.equals(seen.rater())) {
            throw new NotAllowed("Only the person who wrote a review can correct or withdraw it.");
        }
        engineers.lock(List.of(seen.subject()));
        Review review = reviews.find(id).orElseThrow(OwnReview::unknown);
        if (review.state() == Review.State.WITHDRAWN) {
            throw new Conflict("This review was withdrawn; send a new one instead.");
        }
        return review;
    }

    static NotFound unknown() {
        return new NotFound("There is no review with this id.");
    }
}
