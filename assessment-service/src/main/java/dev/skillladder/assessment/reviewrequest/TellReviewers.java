package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.assessment.inbox.Inbox;
import dev.skillladder.assessment.inbox.NewNotice;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.inbox.NoticeKind;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells people once that they are asked for a review, in the transaction that asks. */
@Component
class TellReviewers {

    private final Inbox inbox;

    TellReviewers(Inbox inbox) {
        this.inbox = inbox;
    }

    void asked(Collection<Asked> reviewers) {
        inbox.tell(reviewers.stream()
                .map(asked -> new NewNotice(
                        asked.reviewer(),
                        NoticeKind.REVIEW_ASKED,
                        asked.subject(),
                        new Target(Thing.REVIEW_REQUEST, asked.request().toString()),
                        Map.of(),
                        "review-asked/" + asked.request()))
                .toList());
    }

    /** Who is asked about whom. */
    record Asked(UUID request, UUID reviewer, UUID subject) {}
}
