package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.assessment.live.Change;
import dev.skillladder.assessment.live.LiveChanges;
import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
     * Reviews are about to be submitted: the request that each answers is marked, unless a conflict of interest is
     * declared. A peer may still answer after the cycle has closed; that answer counts outside the cycle.
     *
     * @param answers of one rater, no two of one kind about one person
     * @return what each found waiting, in their order
     */
    public List<Answered> submitted(UUID rater, List<Answer> answers, Instant now) {
        List<Answered> found = jdbc.sql("""
                        with given as (
                            select review, reviewer, subject, kind, framework, position
                            from unnest(:reviews::uuid[], :reviewers::uuid[], :subjects::uuid[], :kinds::text[],
                                        :frameworks::text[]) with ordinality
                                as answer (review, reviewer, subject, kind, framework, position)
                        ), conflict as (
                            select position from given
                            where exists (
                                select from conflict_of_interest conflict
                                where conflict.subject = given.subject and conflict.reviewer in (:rater, given.reviewer)
                                  and conflict.ended_at is null)
                        ), waiting as (
                            select given.position, given.review, asked.id, asked.reviewer, asked.running
                            from given cross join lateral (
                                select request.id, request.reviewer,
                                       case when cycle.state = 'OPEN' and cycle.framework = given.framework
                                             and cycle.to_day >= (:now::timestamptz at time zone 'UTC')::date
                                            then cycle.id end as running
                                from review_request request left join cycle on cycle.id = request.cycle
                                where request.subject = given.subject and request.kind = given.kind
                                  and (request.reviewer = given.reviewer or request.delegate = :rater)
                                  and (request.state in ('OPEN', 'ACCEPTED')
                                       or request.kind = 'PEER' and request.state = 'MISSED')
                                  and (request.kind = 'PEER' or cycle.id is null or cycle.framework = given.framework)
                                order by request.state = 'MISSED', request.reviewer <> given.reviewer,
                                         request.requested_at
                                limit 1
                                for no key update of request
                            ) as asked
                            where not exists (select from conflict where conflict.position = given.position)
                        ), answered as (
                            update review_request request
                            set state = case when request.cycle is null or waiting.running is not null
                                             then 'ANSWERED' else 'LATE' end,
                                ended_at = :now::timestamptz, review = waiting.review
                            from waiting where request.id = waiting.id
                            returning waiting.position, waiting.running, waiting.reviewer
                        )
                        select conflict.position is not null as conflict, answered.position is not null as asked,
                               answered.running, nullif(answered.reviewer, :rater) as reviewer
                        from given
                            left join conflict on conflict.position = given.position
                            left join answered on answered.position = given.position
                        order by given.position
                        """)
                .param("rater", rater)
                .param("reviews", texts(answers, Answer::review))
                .param("reviewers", texts(answers, Answer::reviewer))
                .param("subjects", texts(answers, Answer::subject))
                .param("kinds", texts(answers, Answer::kind))
                .param("frameworks", texts(answers, Answer::framework))
                .param("now", now.toString())
                .query((row, _) -> new Answered(
                        row.getBoolean("conflict"),
                        row.getBoolean("asked"),
                        row.getObject("running", UUID.class),
                        row.getObject("reviewer", UUID.class)))
                .list();
        live.tell(progress(answers, found));
        return found;
    }

    /** Open pages show a cycle's progress. Of peers nothing is told: the person would learn when one of them answered. */
    private static List<Change> progress(List<Answer> answers, List<Answered> found) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            UUID cycle = found.get(i).cycle();
            if (cycle != null && answers.get(i).kind() != Kind.PEER) {
                changes.add(Change.cycle(cycle, answers.get(i).subject()));
            }
        }
        return changes;
    }

    /** Whom the rater answers for about each subject: the reviewers of open requests that were handed to the rater. */
    public Map<UUID, List<UUID>> handedOver(UUID rater, Collection<UUID> subjects) {
        Map<UUID, List<UUID>> reviewers = new HashMap<>();
        jdbc.sql("""
                        select subject, reviewer from review_request
                        where delegate = :rater and subject = any (:subjects::uuid[]) and kind = 'MANAGER'
                          and state in ('OPEN', 'ACCEPTED')
                        order by requested_at
                        """)
                .param("rater", rater)
                .param("subjects", subjects.stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    reviewers
                            .computeIfAbsent(row.getObject("subject", UUID.class), _ -> new ArrayList<>())
                            .add(row.getObject("reviewer", UUID.class));
                });
        return reviewers;
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

    private void tell(List<UUID> cycles, UUID subject, Kind kind) {
        if (kind != Kind.PEER) {
            live.tell(cycles.stream().map(cycle -> Change.cycle(cycle, subject)).toList());
        }
    }

    /** Arrays go to PostgreSQL as texts and are cast there; a null stays a null. */
    private static @Nullable String[] texts(List<Answer> answers, Function<Answer, ? extends @Nullable Object> value) {
        return answers.stream()
                .map(value)
                .map(cell -> cell == null ? null : cell.toString())
                .toArray(String[]::new);
    }
}
