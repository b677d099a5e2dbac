package dev.skillladder.assessment.review;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.assessment.reviewrequest.AnswerRequests;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a whole review back; the row stays, since people may have read it. */
@Component
class WithdrawReview {

    private final OwnReview own;
    private final Reviews reviews;
    private final Revisions revisions;
    private final TellObservations observations;
    private final AnswerRequests requests;
    private final Clock clock;

    WithdrawReview(
            OwnReview own,
            Reviews reviews,
            Revisions revisions,
            TellObservations observations,
            AnswerRequests requests,
            Clock clock) {
        this.own = own;
        this.reviews = reviews;
        this.revisions = revisions;
        this.observations = observations;
        this.requests = requests;
        this.clock = clock;
    }

    @Transactional
    void withdraw(Caller caller, UUID id, @Nullable String ifMatch, Withdrawal why) {
        Review before = own.locked(caller, id);
        IfMatch.requireIfGiven(ifMatch, before.revision());
        String reason = Revisions.reason(why.reason());
        Review after = before.withdrawn(
                clock.instant().truncatedTo(ChronoUnit.MICROS), reviews.nextRevision(before, before.observedOn()));
        revisions.keep(before, after, Revision.Change.WITHDRAWN, reason);
        reviews.update(after);
        observations.takeBack(before, reviews.said(before), after);
        requests.withdrawn(id, after.subject(), after.kind(), after.recordedAt());
    }
}
