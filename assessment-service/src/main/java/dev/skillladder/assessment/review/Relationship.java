package dev.skillladder.assessment.review;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.reviewrequest.AnswerRequests;
import dev.skillladder.assessment.reviewrequest.Answered;
import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who may say what about whom: oneself; a manager above on that day, or who reviews in the place of one; a peer who was
 * asked. Nobody may where a conflict of interest is declared.
 */
@Component
public class Relationship {

    private final Access access;
    private final AnswerRequests requests;

    Relationship(Access access, AnswerRequests requests) {
        this.access = access;
        this.requests = requests;
    }

    /** Refuses strangers, whether the subject exists or not; an open request is answered by this. */
    Standing require(
            UUID review, UUID rater, UUID subject, Kind kind, @Nullable String framework, LocalDate day, Instant now) {
        UUID reviewer = switch (kind) {
            case SELF -> rater.equals(subject) ? rater : null;
            case MANAGER -> manager(rater, subject, day).orElse(null);
            case PEER -> rater.equals(subject) ? null : rater;
            case EVIDENCE -> rater; // is no review: the check of the content says so
        };
        if (reviewer == null) {
            throw refusal(kind);
        }
        if (kind == Kind.EVIDENCE) {
            return Standing.NONE;
        }
        Answered answered = requests.submitted(review, rater, reviewer, subject, kind, framework, now);
        if (answered.conflict()) {
            throw new NotAllowed("A conflict of interest is declared between you and this person.");
        }
        if (kind == Kind.PEER && !answered.asked()) {
            throw refusal(kind);
        }
        return new Standing(answered.cycle(), reviewer.equals(rater) ? null : reviewer);
    }

    /** Whether the rater may speak as a manager, for themselves or in the place of one. */
    public boolean isManager(UUID rater, UUID subject, LocalDate day) {
        return manager(rater, subject, day).isPresent();
    }

    void requireManager(UUID rater, UUID subject, LocalDate day) {
        if (!isManager(rater, subject, day)) {
            throw refusal(Kind.MANAGER);
        }
    }

    /** The manager as whom the rater speaks: the rater, or whom the rater stands in for. */
    private Optional<UUID> manager(UUID rater, UUID subject, LocalDate day) {
        if (access.isAbove(rater, subject, day)) {
            return Optional.of(rater);
        }
        return access.represented(rater, subject, day)
                .or(() -> rater.equals(subject)
                        ? Optional.empty()
                        : requests.handedOver(rater, subject).stream()
                                .filter(manager -> access.isAbove(manager, subject, day))
                                .findFirst());
    }

    private static NotAllowed refusal(Kind kind) {
        return new NotAllowed(
                switch (kind) {
                    case SELF -> "A self-review is about yourself.";
                    case MANAGER -> "A manager's review needs you to be above this person on the day it speaks of.";
                    case PEER, EVIDENCE -> "A peer's review needs an open request to you about this person.";
                });
    }

    /**
     * As what a review is written.
     *
     * @param cycle whose task it answers, null outside a cycle
     * @param onBehalfOf the manager in whose place the rater speaks, null if the rater speaks as themselves
     */
    record Standing(@Nullable UUID cycle, @Nullable UUID onBehalfOf) {

        static final Standing NONE = new Standing(null, null);
    }
}
