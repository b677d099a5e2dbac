package dev.skillladder.assessment.review;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may say what about whom: oneself, a manager above on that day, a peer who was asked. */
@Component
class Relationship {

    private final Access access;
    private final ReviewRequests requests;

    Relationship(Access access, ReviewRequests requests) {
        this.access = access;
        this.requests = requests;
    }

    /** Refuses strangers, whether the subject exists or not; an open request is answered by this. */
    void require(UUID rater, UUID subject, Kind kind, LocalDate day) {
        boolean holds = switch (kind) {
            case SELF -> rater.equals(subject);
            case MANAGER -> access.isAbove(rater, subject, day);
            case PEER -> !rater.equals(subject) && requests.answer(subject, rater);
            case EVIDENCE -> true; // is no review: the check of the content says so
        };
        if (!holds) {
            throw new NotAllowed(
                    switch (kind) {
                        case SELF -> "A self-review is about yourself.";
                        case MANAGER -> "A manager's review needs you to be above this person on the day it speaks of.";
                        case PEER, EVIDENCE -> "A peer's review needs an open request to you about this person.";
                    });
        }
    }
}
