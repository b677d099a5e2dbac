package dev.skillladder.assessment.review;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.rating.Days;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.assessment.review.ReviewRows.Worded;
import dev.skillladder.contract.assessment.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replaces what a review says; what it said before and does not say any more is taken back. */
@Component
class CorrectReview {

    private final OwnReview own;
    private final Relationship relationship;
    private final CheckReview check;
    private final Reviews reviews;
    private final ReviewRows rows;
    private final Revisions revisions;
    private final TellObservations observations;
    private final Clock clock;

    CorrectReview(
            OwnReview own,
            Relationship relationship,
            CheckReview check,
            Reviews reviews,
            ReviewRows rows,
            Revisions revisions,
            TellObservations observations,
            Clock clock) {
        this.own = own;
        this.relationship = relationship;
        this.check = check;
        this.reviews = reviews;
        this.rows = rows;
        this.revisions = revisions;
        this.observations = observations;
        this.clock = clock;
    }

    @Transactional
    Review correct(Caller caller, UUID id, @Nullable String ifMatch, Correction given) {
        Review before = own.locked(caller, id);
        IfMatch.require(ifMatch, before.revision());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        String reason = Revisions.reason(given.reason());
        NewReview whole = completed(before, given);
        if (before.kind() == Kind.MANAGER && !before.observedOn().equals(whole.observedOn())) {
            relationship.requireManager(rater(before), before.subject(), Days.possible(whole.observedOn(), today));
        }
        return store(before, whole, reason, now);
    }

    /** Replaces what the review says; the caller holds the lock on the subject's row. */
    Review store(Review before, NewReview whole, String reason, Instant now) {
        CheckedReview content = check.check(whole, LocalDate.ofInstant(now, ZoneOffset.UTC));
        long revision = reviews.nextRevision(before, content.frame().observedOn());
        Review after = before.corrected(content, now, revision);
        List<Said> gone = gone(before, after);
        revisions.keep(before, after, Revision.Change.CORRECTED, reason);
        reviews.update(after);
        rows.replace(new Worded(after, content));
        observations.takeBack(before, gone, after);
        observations.tell(after, content);
        return after;
    }

    private static UUID rater(Review stored) {
        return Objects.requireNonNull(stored.rater(), "a stored review has a rater");
    }

    /** What the review said of its day and will no longer say of that day. */
    private List<Said> gone(Review before, Review after) {
        Set<String> stays = before.observedOn().equals(after.observedOn())
                ? after.ratings().stream()
                        .filter(Review.Rating::counts)
                        .map(Review.Rating::skill)
                        .collect(Collectors.toSet())
                : Set.of();
        return reviews.said(before).stream()
                .filter(said -> !stays.contains(said.skill()))
                .toList();
    }

    /** The correction with what it leaves out; who speaks about whom under which framework cannot change. */
    private static NewReview completed(Review before, Correction given) {
        List<FieldError> errors = new ArrayList<>();
        requireSame("/subject", before.subject(), given.subject(), errors);
        requireSame("/kind", before.kind(), given.kind(), errors);
        requireSame("/framework", before.framework(), given.framework(), errors);
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        return new NewReview(
                before.subject(),
                before.kind(),
                before.framework(),
                Objects.requireNonNullElse(given.frameworkVersion(), before.frameworkVersion()),
                Objects.requireNonNullElse(given.observedOn(), before.observedOn()),
                given.ratings());
    }

    private static void requireSame(String pointer, Object before, @Nullable Object given, List<FieldError> errors) {
        if (given != null && !given.equals(before)) {
            errors.add(new FieldError(
                    pointer,
                    "This cannot be corrected (it is %s); withdraw the review and send a new one.".formatted(before)));
        }
    }
}
