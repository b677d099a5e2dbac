package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.assessment.live.Change;
import dev.skillladder.assessment.live.LiveChanges;
import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happens to requests as reviews are drafted, submitted and withdrawn. */
@Component
public class AnswerRequests {

    private final JdbcClient jdbc;
    private final LiveChanges live;

    AnswerRequests(JdbcClient jdbc, LiveChanges live) {
        this.jdbc = jdbc;
        this.live = live;
    }

    /**
     * A review is about to be submitted: the request it answers is marked, unless a conflict of interest is declared. A
     * peer may still answer after the cycle has closed; that answer counts outside the cycle.
     *
     * @param reviewer who was to answer: the rater, or whom the rater stands in for
     * @param framework a cycle's self or manager review must speak of the cycle's framework
     */
    public Answered submitted(
            UUID review, UUID rater, UUID reviewer, UUID subject, Kind kind, @Nullable String framework, Instant now) {
        Answered answered = jdbc.sql("""
                        with conflict as (
                            select from conflict_of_interest
                            where subject = :subject and reviewer in (:rater, :reviewer) and ended_at is null
                        ), waiting as (
                            select request.id, request.reviewer,
                                   case when cycle.state = 'OPEN' and cycle.framework = :framework::text
                                         and cycle.to_day >= (:now::timestamptz at time zone 'UTC')::date
                                        then cycle.id end as running
                            from review_request request left join cycle on cycle.id = request.cycle
                            where request.subject = :subject and request.kind = :kind
                              and (request.reviewer = :reviewer or request.delegate = :rater)
                              and (request.state in ('OPEN', 'ACCEPTED')
                                   or request.kind = 'PEER' and request.state = 'MISSED')
                              and (request.kind = 'PEER' or cycle.id is null or cycle.framework = :framework::text)
                              and not exists (select from conflict)
                            order by request.state = 'MISSED', request.reviewer <> :reviewer, request.requested_at
                            limit 1
                            for no key update of request
                        ), answered as (
                            update review_request request
                            set state = case when request.cycle is null or waiting.running is not null
                                             then 'ANSWERED' else 'LATE' end,
                                ended_at = :now::timestamptz, review = :review
                            from waiting where request.id = waiting.id
                            returning waiting.running, waiting.reviewer
                        )
                        select exists (select from conflict) as conflict, answered.reviewer is not null as asked,
                               answered.running, nullif(answered.reviewer, :rater) as reviewer
                        from (values (1)) as one (row) left join answered on true
                        """)
                .param("review", review)
                .param("rater", rater)
                .param("reviewer", reviewer)
                .param("subject", subject)
                .param("kind", kind.name())
                .param("framework", framework)
                .param("now", now.toString())
                .query((row, _) -> new Answered(
                        row.getBoolean("conflict"),
                        row.getBoolean("asked"),
                        row.getObject("running", UUID.class),
                        row.getObject("reviewer", UUID.class)))
                .single();
        tell(answered.cycle() == null ? List.of() : List.of(answered.cycle()), subject, kind);
        return answered;
    }

    /** Whom the rater answers for: the reviewers of open requests about the subject that were handed to the rater. */
    public List<UUID> handedOver(UUID rater, UUID subject) {
        return List.copyOf(jdbc.sql("""
                        select reviewer from review_request
                        where delegate = :rater and subject = :subject and kind = 'MANAGER'
                          and state in ('OPEN', 'ACCEPTED')
                        order by requested_at
                        """)
                .param("rater", rater)
                .param("subject", subject)
                .query(UUID.class)
                .list());
    }

    /** The first draft of a review was saved. */
    public void drafted(UUID rater, UUID subject, Kind kind, Instant now) {
        List<UUID> cycles = jdbc.sql("""
                        with drafted as (
                            update review_request set drafted_at = :now::timestamptz
                            where subject = :subject and kind = :kind and (reviewer = :rater or delegate = :rater)
                              and state in ('OPEN', 'ACCEPTED') and drafted_at is null
                            returning cycle
                        )
                        select distinct cycle from drafted where cycle is not null
                        """)
                .param("rater", rater)
                .param("subject", subject)
                .param("kind", kind.name())
                .param("now", now.toString())
                .query((row, _) -> row.getObject("cycle", UUID.class))
                .list();
        tell(cycles, subject, kind);
    }

    /** A review was taken back: while its cycle runs, or outside a cycle, the request waits for an answer again. */
    public void withdrawn(UUID review, UUID subject, Kind kind, Instant now) {
        List<UUID> cycles = jdbc.sql("""
                        with opened as (
                            update review_request request
                            set state = 'ACCEPTED', ended_at = null, review = null
                            where request.review = :review and request.state = 'ANSWERED'
                              and (request.cycle is null or exists (
                                  select from cycle
                                  where cycle.id = request.cycle and cycle.state = 'OPEN'
                                    and cycle.to_day >= (:now::timestamptz at time zone 'UTC')::date))
                              and not exists (
                                  select from review_request other
                                  where other.subject = request.subject and other.reviewer = request.reviewer
                                    and other.kind = request.kind and other.state in ('OPEN', 'ACCEPTED'))
                            returning request.cycle
                        )
                        select cycle from opened where cycle is not null
                        """)
                .param("review", review)
                .param("now", now.toString())
                .query((row, _) -> row.getObject("cycle", UUID.class))
                .list();
        tell(cycles, subject, kind);
    }

    /** Open pages show a cycle's progress. Of peers nothing is told: the person would learn when one of them answered. */
    private void tell(List<UUID> cycles, UUID subject, Kind kind) {
        if (kind != Kind.PEER) {
            live.tell(cycles.stream().map(cycle -> Change.cycle(cycle, subject)).toList());
        }
    }
}
