package dev.skillladder.assessment.reviewdraft;

import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.review.Relationship;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may prepare a review: whoever could submit it today. Submitting asks again. */
@Component
public class MayReview {

    private final Relationship relationship;
    private final JdbcClient jdbc;
    private final Clock clock;

    MayReview(Relationship relationship, JdbcClient jdbc, Clock clock) {
        this.relationship = relationship;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Refuses strangers, whether the subject exists or not. */
    public void require(DraftKey key) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        if (isInConflict(key)) {
            throw new NotAllowed("A conflict of interest is declared between you and this person.");
        }
        boolean may = switch (key.kind()) {
            case SELF -> key.rater().equals(key.subject());
            case MANAGER -> relationship.isManager(key.rater(), key.subject(), today);
            case PEER -> !key.rater().equals(key.subject()) && isAsked(key);
            case EVIDENCE -> false;
        };
        if (!may) {
            throw new NotAllowed(
                    switch (key.kind()) {
                        case SELF -> "A self-review is about yourself.";
                        case MANAGER -> "A manager's review needs you to be above this person.";
                        case PEER -> "A peer's review needs an open request to you about this person.";
                        case EVIDENCE -> "A review is SELF, MANAGER or PEER.";
                    });
        }
    }

    private boolean isInConflict(DraftKey key) {
        return jdbc.sql("""
                        select exists (
                            select from conflict_of_interest
                            where subject = :subject and reviewer = :rater and ended_at is null)
                        """)
                .param("subject", key.subject())
                .param("rater", key.rater())
                .query(Boolean.class)
                .single();
    }

    private boolean isAsked(DraftKey key) {
        return jdbc.sql("""
                        select exists (
                            select from review_request
                            where subject = :subject and kind = 'PEER' and (reviewer = :rater or delegate = :rater)
                              and state in ('OPEN', 'ACCEPTED', 'MISSED'))
                        """)
                .param("subject", key.subject())
                .param("rater", key.rater())
                .query(Boolean.class)
                .single();
    }
}
