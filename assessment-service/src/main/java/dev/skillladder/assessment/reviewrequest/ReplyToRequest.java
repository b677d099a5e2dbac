package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.conflict.ConflictsOfInterest;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Reason;
import dev.skillladder.assessment.reviewrequest.ReviewRequest.State;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import dev.skillladder.contract.assessment.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reviewer accepts, declines or hands on what they were asked for. */
@Component
class ReplyToRequest {

    private final KnownEngineers engineers;
    private final ConflictsOfInterest conflicts;
    private final ReviewRequests requests;
    private final TellReviewers tell;
    private final SubjectKeys keys;
    private final Clock clock;

    ReplyToRequest(
            KnownEngineers engineers,
            ConflictsOfInterest conflicts,
            ReviewRequests requests,
            TellReviewers tell,
            SubjectKeys keys,
            Clock clock) {
        this.engineers = engineers;
        this.conflicts = conflicts;
        this.requests = requests;
        this.tell = tell;
        this.keys = keys;
        this.clock = clock;
    }

    /** Accepting twice is accepting once. */
    @Transactional
    ReviewRequest accept(Caller caller, UUID id) {
        ReviewRequest request = open(caller, id);
        if (request.state() == State.ACCEPTED) {
            return request;
        }
        Instant now = now();
        requests.set(id, State.ACCEPTED, request.delegate(), null);
        requests.remember(id, "ACCEPTED", null, caller.subject(), now);
        return found(id);
    }

    @Transactional
    ReviewRequest decline(Caller caller, UUID id, @Nullable String given) {
        ReviewRequest request = open(caller, id);
        String reason = Reason.required(given);
        if (request.kind() == Kind.SELF) {
            throw new Conflict("A self-review cannot be declined; HR can leave you out of the cycle.");
        }
        Instant now = now();
        requests.set(id, State.DECLINED, request.delegate(), now);
        requests.remember(id, "DECLINED", sealed(request, reason), caller.subject(), now);
        tell.declined(request);
        return found(id);
    }

    /** From now on the delegate may write this review, on behalf of the manager who was asked. */
    @Transactional
    ReviewRequest delegate(Caller caller, UUID id, @Nullable UUID delegate, @Nullable String given) {
        ReviewRequest request = open(caller, id);
        if (!caller.is(request.reviewer())) {
            throw new NotAllowed("Only the manager who was asked can hand a request on.");
        }
        if (request.kind() != Kind.MANAGER) {
            throw new Conflict("Only a manager's review can be handed on; decline this request instead.");
        }
        String reason = Reason.required(given);
        UUID chosen = checked(request, delegate);
        Instant now = now();
        requests.set(id, request.state(), chosen, null);
        requests.remember(id, "DELEGATED", sealed(request, reason), caller.subject(), now);
        tell.asked(List.of(new TellReviewers.Asked(id, chosen, request.subject())));
        tell.delegated(request, chosen);
        return found(id);
    }

    ReviewRequest read(Caller caller, UUID id) {
        ReviewRequest request = requests.find(id).orElseThrow(ReplyToRequest::unknown);
        requireReviewer(caller, request);
        return request;
    }

    /**
     * What was done with the request and why, newest first, as opened texts. Who asked a peer is not told: reading who
     * declined tells who answered.
     */
    List<RequestChange> history(Caller caller, UUID id) {
        ReviewRequest request = requests.find(id).orElseThrow(ReplyToRequest::unknown);
        UUID requester = request.requestedBy();
        boolean concerned = request.kind() != Kind.PEER
                && (caller.is(request.subject()) || (requester != null && caller.is(requester)));
        if (!concerned && !caller.hasRole("hr")) {
            requireReviewer(caller, request);
        }
        return requests.changes(id, keys.toOpen(request.subject()));
    }

    private UUID checked(ReviewRequest request, @Nullable UUID delegate) {
        if (delegate == null) {
            throw new BadInput("/delegate", "Name the person who reviews in your place.");
        }
        if (delegate.equals(request.subject()) || delegate.equals(request.reviewer())) {
            throw new BadInput("/delegate", "Name somebody else than yourself and the person to be reviewed.");
        }
        Map<UUID, KnownEngineer> known = engineers.find(List.of(delegate));
        KnownEngineer person = known.get(delegate);
        if (person == null || !person.active()) {
            throw new BadInput("/delegate", "There is nobody with this id working here.");
        }
        if (!conflicts.inConflictWith(request.subject(), List.of(delegate)).isEmpty()) {
            throw new BadInput("/delegate", "This person cannot review the subject; name somebody else.");
        }
        return delegate;
    }

    private ReviewRequest open(Caller caller, UUID id) {
        ReviewRequest request = requests.locked(id).orElseThrow(ReplyToRequest::unknown);
        requireReviewer(caller, request);
        if (!request.isOpen()) {
            throw new Conflict("This request is %s; only an open one can be replied to.".formatted(request.state()));
        }
        return request;
    }

    private static void requireReviewer(Caller caller, ReviewRequest request) {
        UUID delegate = request.delegate();
        if (!caller.is(request.reviewer()) && (delegate == null || !caller.is(delegate))) {
            throw new NotAllowed("This request was made to somebody else.");
        }
    }

    private ReviewRequest found(UUID id) {
        return requests.find(id).orElseThrow(ReplyToRequest::unknown);
    }

    /** Reasons speak of the subject, and their table keeps everything. */
    private String sealed(ReviewRequest request, String reason) {
        return keys.toSeal(request.subject()).seal(reason);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static NotFound unknown() {
        return new NotFound("There is no request with this id.");
    }
}
