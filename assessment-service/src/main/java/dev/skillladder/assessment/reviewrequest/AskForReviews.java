package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.contract.assessment.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The person, or a manager above, asks peers or managers for reviews. */
@Component
class AskForReviews {

    private final Access access;
    private final CheckReviewers check;
    private final ReviewRequests requests;
    private final TellReviewers tell;
    private final Clock clock;

    AskForReviews(Access access, CheckReviewers check, ReviewRequests requests, TellReviewers tell, Clock clock) {
        this.access = access;
        this.check = check;
        this.requests = requests;
        this.tell = tell;
        this.clock = clock;
    }

    /** The open requests to these reviewers, whether they were asked now or before. */
    @Transactional
    List<ReviewRequest> ask(Caller caller, NewReviewRequest given) {
        UUID requester = access.requireEngineer(caller);
        UUID subject = given.subject();
        if (subject == null) {
            throw new BadInput("/subject", "Name the person whom the reviews are about.");
        }
        access.requireOwnOrAbove(caller, subject);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (given.dueOn() != null && given.dueOn().isBefore(today)) {
            throw new BadInput("/dueOn", "%s has passed; today is %s (UTC).".formatted(given.dueOn(), today));
        }
        Kind kind = Objects.requireNonNullElse(given.kind(), Kind.PEER);
        List<UUID> reviewers = check.reviewers(subject, kind, given.reviewers(), today);
        requests.open(subject, kind, reviewers, requester, given.dueOn(), now);
        List<ReviewRequest> open = requests.open(subject, kind, reviewers);
        tell.asked(open.stream()
                .map(request -> new TellReviewers.Asked(request.id(), request.reviewer(), subject))
                .toList());
        return open;
    }
}
