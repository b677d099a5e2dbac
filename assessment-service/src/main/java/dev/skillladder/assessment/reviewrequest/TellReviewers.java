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

/** Tells people what they are asked, and those who asked what became of it, in the transaction that does it. */
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

    /** The one who asked, if it was a person: HR sees a cycle's requests in its progress. */
    void declined(ReviewRequest request) {
        tellRequester(request, NoticeKind.REVIEW_DECLINED, "review-declined/" + request.id());
    }

    /** Once for each person it is handed to. */
    void delegated(ReviewRequest request, UUID delegate) {
        tellRequester(request, NoticeKind.REVIEW_DELEGATED, "review-delegated/" + request.id() + "/" + delegate);
    }

    private void tellRequester(ReviewRequest request, NoticeKind kind, String key) {
        UUID requester = request.requestedBy();
        if (requester != null) {
            inbox.tell(new NewNotice(
                    requester,
                    kind,
                    request.subject(),
                    new Target(Thing.ENGINEER, request.subject().toString()),
                    Map.of(),
                    key));
        }
    }

    /** Who is asked about whom. */
    record Asked(UUID request, UUID reviewer, UUID subject) {}
}
