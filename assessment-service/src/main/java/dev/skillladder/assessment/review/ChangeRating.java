package dev.skillladder.assessment.review;

import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.review.NewReview.NewRating;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes one rating of a manager's review as its rater agreed: a correction like any other, through the same log. */
@Component
public class ChangeRating {

    private final Reviews reviews;
    private final CorrectReview correct;
    private final JdbcClient jdbc;
    private final Clock clock;

    ChangeRating(Reviews reviews, CorrectReview correct, JdbcClient jdbc, Clock clock) {
        this.reviews = reviews;
        this.correct = correct;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a manager's newest review says about a skill. */
    public record Rated(UUID review, long revision, double value) {}

    /** The rater's last word as a manager, empty if there is none. */
    public Optional<Rated> lastWord(UUID rater, UUID subject, String framework, String skill) {
        return jdbc.sql("""
                        select review.id, review.revision, rating.value
                        from review join review_rating rating on rating.review = review.id
                        where review.subject = :subject and review.kind = 'MANAGER' and review.rater = :rater
                          and review.framework = :framework and review.state = 'SUBMITTED'
                          and rating.skill = :skill and rating.value is not null
                        order by review.observed_on desc, review.revision desc
                        limit 1
                        """)
                .param("subject", subject)
                .param("rater", rater)
                .param("framework", framework)
                .param("skill", skill)
                .query((row, _) ->
                        new Rated(row.getObject("id", UUID.class), row.getLong("revision"), row.getDouble("value")))
                .optional();
    }

    /** Changes it, unless the review changed since; the caller holds the lock on the subject's row. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(Rated agreedOn, String skill, double value, String reason) {
        Review before = reviews.find(agreedOn.review()).orElseThrow();
        UUID rater = Objects.requireNonNull(before.rater(), "a stored review has a rater");
        if (!lastWord(rater, before.subject(), before.framework(), skill).equals(Optional.of(agreedOn))) {
            throw new Conflict("The rater said something else since; propose the change anew.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<@Nullable NewRating> ratings = new ArrayList<>();
        for (Review.Rating rating : before.ratings()) {
            ratings.add(given(rating, rating.skill().equals(skill) ? (Double) value : rating.value()));
        }
        NewReview whole = new NewReview(
                before.subject(),
                before.kind(),
                before.framework(),
                before.frameworkVersion(),
                before.observedOn(),
                ratings);
        correct.store(before, whole, reason, now);
    }

    private static NewRating given(Review.Rating rating, @Nullable Double value) {
        return new NewRating(
                rating.skill(),
                rating.answer(),
                value,
                rating.comment(),
                rating.workedLittle(),
                List.copyOf(rating.evidence()));
    }
}
