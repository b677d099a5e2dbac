package dev.skillladder.assessment.review;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownengineer.PersonOnDay;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.rating.Days;
import dev.skillladder.assessment.review.Relationship.Claim;
import dev.skillladder.assessment.review.Relationship.Standing;
import dev.skillladder.assessment.review.ReviewRows.Worded;
import dev.skillladder.contract.assessment.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes reviews in: relationship, content, then reviews and events in one transaction, with a fixed number of queries. */
@Component
public class SubmitReview {

    /** In one request: a team, or a few of them. */
    private static final int MOST = 100;

    private final Access access;
    private final Relationship relationship;
    private final CheckReview check;
    private final KnownEngineers engineers;
    private final ReviewRows rows;
    private final TellObservations observations;
    private final Clock clock;

    SubmitReview(
            Access access,
            Relationship relationship,
            CheckReview check,
            KnownEngineers engineers,
            ReviewRows rows,
            TellObservations observations,
            Clock clock) {
        this.access = access;
        this.relationship = relationship;
        this.check = check;
        this.engineers = engineers;
        this.rows = rows;
        this.observations = observations;
        this.clock = clock;
    }

    @Transactional
    public Review submit(Caller caller, NewReview given) {
        return submit(caller, List.of(given), _ -> "").getFirst();
    }

    /**
     * Takes all of them in, or none.
     *
     * @param given no two of one kind about one person
     * @return in their order
     */
    @Transactional
    public List<Review> submitAll(Caller caller, List<NewReview> given) {
        if (given.isEmpty() || given.size() > MOST) {
            throw new BadInput("", "Send 1 to %d reviews in one request.".formatted(MOST));
        }
        return submit(caller, given, position -> "/" + position);
    }

    /** @param pointer of a review in the request's body */
    private List<Review> submit(Caller caller, List<NewReview> given, IntFunction<String> pointer) {
        UUID rater = access.requireEngineer(caller);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as exact as the store keeps it
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Claim> claims = claims(given, pointer, today);
        List<Standing> standings = relationship.require(rater, claims, now);
        List<CheckedReview> contents = check.checkAll(given, today, pointer); // refuses what claims nothing
        List<Worded> reviews = IntStream.range(0, claims.size())
                .mapToObj(i -> worded(claims.get(i).review(), rater, standings.get(i), contents.get(i), now))
                .toList();
        engineers.lock(reviews.stream().map(worded -> worded.review().subject()).toList());
        List<Worded> added = revised(reviews, rows.add(reviews));
        observations.tellAll(added);
        return added.stream().map(Worded::review).toList();
    }

    private static List<Claim> claims(List<NewReview> given, IntFunction<String> pointer, LocalDate today) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            NewReview review = given.get(i);
            UUID subject = review.subject();
            Kind kind = review.kind();
            if (subject != null && kind != null && kind != Kind.EVIDENCE) {
                var about = new PersonOnDay(subject, Days.possible(review.observedOn(), today));
                claims.add(new Claim(pointer.apply(i), UUID.randomUUID(), kind, about, review.framework()));
            }
        }
        return claims;
    }

    private static Worded worded(UUID id, UUID rater, Standing standing, CheckedReview content, Instant now) {
        var review = new Review(
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
        return new Worded(review, content);
    }

    private static List<Worded> revised(List<Worded> reviews, Map<UUID, Long> revisions) {
        return reviews.stream()
                .map(worded -> {
                    Review review = worded.review();
                    long revision = Objects.requireNonNull(revisions.get(review.id()));
                    return new Worded(review.revised(revision), worded.content());
                })
                .toList();
    }
}
