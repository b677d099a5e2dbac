package dev.skillladder.assessment.review;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.rating.Days;
import dev.skillladder.assessment.review.Relationship.Standing;
import dev.skillladder.contract.assessment.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a review in: relationship, content, then review and event in one transaction. */
@Component
public class SubmitReview {

    private final Access access;
    private final Relationship relationship;
    private final CheckReview check;
    private final KnownEngineers engineers;
    private final Reviews reviews;
    private final TellObservations observations;
    private final Clock clock;

    SubmitReview(
            Access access,
            Relationship relationship,
            CheckReview check,
            KnownEngineers engineers,
            Reviews reviews,
            TellObservations observations,
            Clock clock) {
        this.access = access;
        this.relationship = relationship;
        this.check = check;
        this.engineers = engineers;
        this.reviews = reviews;
        this.observations = observations;
        this.clock = clock;
    }

    @Transactional
    public Review submit(Caller caller, NewReview given) {
        UUID rater = access.requireEngineer(caller);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as exact as the store keeps it
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        UUID subject = given.subject();
        Kind kind = given.kind();
        UUID id = UUID.randomUUID();
        Standing standing = subject == null || kind == null
                ? Standing.NONE // the check of the content says so
                : relationship.require(
                        id, rater, subject, kind, given.framework(), Days.possible(given.observedOn(), today), now);
        CheckedReview content = check.check(given, today);
        Review review = new Review(
                id,
                content.subject(),
                content.kind(),
                rater,
                standing.onBehalfOf(),
                standing.cycle(),
                content.frame().framework(),
                content.frame().version(),
                content.frame().observedOn(),
                now,
                0,
                Review.State.SUBMITTED,
                content.ratings());
        engineers.lock(List.of(review.subject()));
        Review added = review.revised(reviews.add(review, content));
        observations.tell(added, content);
        return added;
    }
}
