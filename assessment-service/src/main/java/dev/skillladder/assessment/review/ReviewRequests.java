package dev.skillladder.assessment.review;

import dev.skillladder.assessment.request.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of requests to peers: at most one open request per subject and reviewer. */
@Component
class ReviewRequests {

    private final JdbcClient jdbc;

    ReviewRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the reviewer was asked; the request is answered by this. */
    boolean answer(UUID subject, UUID reviewer) {
        return jdbc.sql("""
                        update review_request set state = 'ANSWERED'
                        where subject = :subject and reviewer = :reviewer and state = 'OPEN'
                        """)
                        .param("subject", subject)
                        .param("reviewer", reviewer)
                        .update()
                == 1;
    }

    /** Asks those who are not asked already. */
    void open(UUID subject, List<UUID> reviewers, UUID requestedBy, Instant now) {
        jdbc.sql("""
                        insert into review_request (id, subject, reviewer, requested_by, requested_at, state)
                        select id, :subject, reviewer, :requestedBy, :now::timestamptz, 'OPEN'
                        from unnest(:ids::uuid[], :reviewers::uuid[]) as given (id, reviewer)
                        order by reviewer
                        on conflict (subject, reviewer) where state = 'OPEN' do nothing
                        """)
                .param(
                        "ids",
                        reviewers.stream()
                                .map(_ -> UUID.randomUUID().toString())
                                .toArray(String[]::new))
                .param("subject", subject)
                .param("reviewers", texts(reviewers))
                .param("requestedBy", requestedBy)
                .param("now", now.toString())
                .update();
    }

    List<ReviewRequest> open(UUID subject, Collection<UUID> reviewers) {
        return jdbc.sql("""
                        select id, subject, reviewer, requested_by, requested_at, state from review_request
                        where subject = :subject and reviewer = any (:reviewers::uuid[]) and state = 'OPEN'
                        order by reviewer
                        """)
                .param("subject", subject)
                .param("reviewers", texts(reviewers))
                .query((row, _) -> request(row))
                .list();
    }

    /** What a person was asked for, newest first. */
    List<ReviewRequest> askedOf(UUID reviewer, ReviewRequest.@Nullable State state, Cursor after, int limit) {
        return jdbc.sql("""
                        select id, subject, reviewer, requested_by, requested_at, state from review_request
                        where reviewer = :reviewer and (:state::text is null or state = :state::text)
                          and (requested_at, id) < (:at::timestamptz, :id)
                        order by requested_at desc, id desc
                        limit :limit
                        """)
                .param("reviewer", reviewer)
                .param("state", state == null ? null : state.name())
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("limit", limit)
                .query((row, _) -> request(row))
                .list();
    }

    private static ReviewRequest request(ResultSet row) throws SQLException {
        return new ReviewRequest(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                row.getObject("reviewer", UUID.class),
                row.getObject("requested_by", UUID.class),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                ReviewRequest.State.valueOf(row.getString("state")));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
