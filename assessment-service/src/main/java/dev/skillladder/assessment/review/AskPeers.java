package dev.skillladder.assessment.review;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The person, or a manager above, asks peers for reviews. */
@Component
class AskPeers {

    private static final int MAX_REVIEWERS = 20;

    private final Access access;
    private final KnownEngineers engineers;
    private final ReviewRequests requests;
    private final Clock clock;

    AskPeers(Access access, KnownEngineers engineers, ReviewRequests requests, Clock clock) {
        this.access = access;
        this.engineers = engineers;
        this.requests = requests;
        this.clock = clock;
    }

    /** The open requests to these reviewers, whether they were asked now or before. */
    @Transactional
    List<ReviewRequest> ask(Caller caller, NewReviewRequest given) {
        UUID requester = access.requireEngineer(caller);
        UUID subject = given.subject();
        if (subject == null) {
            throw new BadInput("/subject", "Name the person whom the peers should review.");
        }
        access.requireOwnOrAbove(caller, subject);
        List<UUID> reviewers = checked(subject, given.reviewers());
        requests.open(subject, reviewers, requester, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return requests.open(subject, reviewers);
    }

    private List<UUID> checked(UUID subject, @Nullable List<@Nullable UUID> given) {
        if (given == null || given.isEmpty() || given.size() > MAX_REVIEWERS) {
            throw new BadInput("/reviewers", "Ask 1 to %d peers.".formatted(MAX_REVIEWERS));
        }
        List<UUID> named = new ArrayList<>();
        given.stream().filter(Objects::nonNull).forEach(named::add);
        Map<UUID, KnownEngineer> known = engineers.find(named);
        List<FieldError> errors = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String refusal = refusal(subject, given.get(i), known, seen);
            if (refusal != null) {
                errors.add(new FieldError("/reviewers/" + i, refusal));
            }
        }
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        return named;
    }

    private static @Nullable String refusal(
            UUID subject, @Nullable UUID reviewer, Map<UUID, KnownEngineer> known, Set<UUID> seen) {
        if (reviewer == null) {
            return "Name the peer by id.";
        }
        if (reviewer.equals(subject)) {
            return "A peer is somebody else; a self-review needs no request.";
        }
        KnownEngineer engineer = known.get(reviewer);
        if (engineer == null || !engineer.active()) {
            return "There is nobody with this id working here.";
        }
        return seen.add(reviewer) ? null : "This peer is named twice.";
    }
}
