package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of requests: at most one open request per subject, reviewer and kind. */
@Component
class ReviewRequests {

    /** More than anybody does with one request. */
    private static final int MOST_CHANGES = 200;

    private final JdbcClient jdbc;

    ReviewRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks those who are not asked already; in the subject's running cycle as part of it. */
    void open(UUID subject, Kind kind, List<UUID> reviewers, UUID requestedBy, @Nullable LocalDate dueOn, Instant now) {
        jdbc.sql("""
                        insert into review_request (id, subject, reviewer, kind, cycle, due_on, requested_by,
                                                    requested_at, state)
                        select given.id, :subject, given.reviewer, :kind, running.id, coalesce(:dueOn::date, running.to_day),
                               :requestedBy, :now::timestamptz, 'OPEN'
                        from unnest(:ids::uuid[], :reviewers::uuid[]) as given (id, reviewer)
                        left join (
                            select cycle.id, cycle.to_day
                            from cycle_participant participant join cycle on cycle.id = participant.cycle
                            where participant.engineer = :subject and participant.state = 'ACTIVE'
                              and cycle.state = 'OPEN' and cycle.to_day >= (:now::timestamptz at time zone 'UTC')::date
                        ) as running on true
                        order by given.reviewer
                        on conflict (subject, reviewer, kind) where state in ('OPEN', 'ACCEPTED') do nothing
                        """)
                .param(
                        "ids",
                        reviewers.stream()
                                .map(_ -> UUID.randomUUID().toString())
                                .toArray(String[]::new))
                .param("subject", subject)
                .param("kind", kind.name())
                .param("reviewers", texts(reviewers))
                .param("dueOn", dueOn == null ? null : dueOn.toString())
                .param("requestedBy", requestedBy)
                .param("now", now.toString())
                .update();
    }

    List<ReviewRequest> open(UUID subject, Kind kind, Collection<UUID> reviewers) {
        return jdbc.sql("""
                        select request.id, request.subject, person.name_zh, person.name_en, request.kind, request.reviewer,
                               request.delegate, request.cycle, request.requested_by, request.requested_at,
                               request.due_on, request.state, request.ended_at
                        from review_request request join known_engineer person on person.engineer = request.subject
                        where request.subject = :subject and request.kind = :kind
                          and request.reviewer = any (:reviewers::uuid[]) and request.state in ('OPEN', 'ACCEPTED')
                        order by request.reviewer
                        """)
                .param("subject", subject)
                .param("kind", kind.name())
                .param("reviewers", texts(reviewers))
                .query((row, _) -> request(row))
                .list();
    }

    Optional<ReviewRequest> find(UUID id) {
        return jdbc.sql("""
                        select request.id, request.subject, person.name_zh, person.name_en, request.kind, request.reviewer,
                               request.delegate, request.cycle, request.requested_by, request.requested_at,
                               request.due_on, request.state, request.ended_at
                        from review_request request join known_engineer person on person.engineer = request.subject
                        where request.id = :id
                        """).param("id", id).query((row, _) -> request(row)).optional();
    }

    /** The same, after its row was locked. */
    Optional<ReviewRequest> locked(UUID id) {
        boolean there = jdbc.sql("select id from review_request where id = :id for no key update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .isPresent();
        return there ? find(id) : Optional.empty();
    }

    /** What a person was asked for, themselves or in somebody's place, newest first. */
    List<ReviewRequest> askedOf(
            UUID reviewer, ReviewRequest.@Nullable State state, LocalDate today, Cursor after, int limit) {
        return jdbc.sql("""
                        select request.id, request.subject, person.name_zh, person.name_en, request.kind, request.reviewer,
                               request.delegate, request.cycle, request.requested_by, request.requested_at,
                               request.due_on, request.state, request.ended_at
                        from review_request request join known_engineer person on person.engineer = request.subject
                        where (request.reviewer = :reviewer or request.delegate = :reviewer
                               or request.kind = 'MANAGER' and request.subject <> :reviewer and request.reviewer in (
                                   select manager from delegation
                                   where delegate = :reviewer and ended_at is null
                                     and from_day <= :today and to_day >= :today))
                          and (:state::text is null or request.state = :state::text)
                          and (request.requested_at, request.id) < (:at::timestamptz, :id)
                        order by request.requested_at desc, request.id desc
                        limit :limit
                        """)
                .param("reviewer", reviewer)
                .param("today", today)
                .param("state", state == null ? null : state.name())
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("limit", limit)
                .query((row, _) -> request(row))
                .list();
    }

    /** Moves an open request on. */
    void set(UUID id, ReviewRequest.State state, @Nullable UUID delegate, @Nullable Instant endedAt) {
        int updated = jdbc.sql("""
                        update review_request
                        set state = :state, delegate = :delegate::uuid, ended_at = :endedAt::timestamptz
                        where id = :id and state in ('OPEN', 'ACCEPTED')
                        """)
                .param("id", id)
                .param("state", state.name())
                .param("delegate", delegate == null ? null : delegate.toString())
                .param("endedAt", endedAt == null ? null : endedAt.toString())
                .update();
        if (updated != 1) {
            throw new IllegalStateException("request %s is not open".formatted(id));
        }
    }

    /** Keeps who did what to a request, and why. */
    void remember(UUID request, String what, @Nullable String reason, String by, Instant at) {
        jdbc.sql("""
                        insert into review_request_change (id, request, what, reason, by, at)
                        values (:id, :request, :what, :reason, :by, :at::timestamptz)
                        """)
                .param("id", UUID.randomUUID())
                .param("request", request)
                .param("what", what)
                .param("reason", reason)
                .param("by", by)
                .param("at", at.toString())
                .update();
    }

    /** Newest first; at most five kinds of change, and a request is delegated by hand. */
    List<RequestChange> changes(UUID request, SubjectKey key) {
        return jdbc.sql("""
                        select what, reason, by, at from review_request_change
                        where request = :request
                        order by at desc, id desc
                        limit :most
                        """)
                .param("request", request)
                .param("most", MOST_CHANGES)
                .query((row, _) -> new RequestChange(
                        RequestChange.What.valueOf(row.getString("what")),
                        key.openIfAny(row.getString("reason")),
                        row.getString("by"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static ReviewRequest request(ResultSet row) throws SQLException {
        String zh = row.getString("name_zh");
        String en = row.getString("name_en");
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ReviewRequest(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                zh == null || en == null ? null : new Text(zh, en),
                Kind.valueOf(row.getString("kind")),
                row.getObject("reviewer", UUID.class),
                row.getObject("delegate", UUID.class),
                row.getObject("cycle", UUID.class),
                row.getObject("requested_by", UUID.class),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                ReviewRequest.State.valueOf(row.getString("state")),
                ended == null ? null : ended.toInstant());
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
