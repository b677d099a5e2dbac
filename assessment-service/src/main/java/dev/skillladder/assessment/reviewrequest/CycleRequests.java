package dev.skillladder.assessment.reviewrequest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a cycle asks for, for all its participants at once. Whoever calls holds the lock on the cycle's row. */
@Component
public class CycleRequests {

    private final JdbcClient jdbc;
    private final TellReviewers tell;

    CycleRequests(JdbcClient jdbc, TellReviewers tell) {
        this.jdbc = jdbc;
        this.tell = tell;
    }

    /** Asks the participants, and their managers of that day, and ends what nobody can or need answer any more. */
    public void follow(UUID cycle, LocalDate day, Instant now) {
        end(cycle, day, now);
        takeOver(cycle);
        ask(cycle, day, now);
    }

    private void end(UUID cycle, LocalDate day, Instant now) {
        jdbc.sql("""
                        with ended as (
                            select request.id,
                                   case when participant.state is distinct from 'ACTIVE' then 'LEFT'
                                        when reviewer.state <> 'ACTIVE' then 'REVIEWER_LEFT'
                                        when request.by_rule and request.kind = 'MANAGER' and not exists (
                                                 select from known_reporting_line line
                                                 where line.engineer = request.subject and line.manager = request.reviewer
                                                   and line.kind = 'SOLID' and line.from_day <= :day
                                                   and (line.to_day is null or line.to_day >= :day))
                                            then 'MANAGER_CHANGED'
                                   end as because
                            from review_request request
                            join known_engineer reviewer on reviewer.engineer = request.reviewer
                            left join cycle_participant participant
                                on participant.cycle = request.cycle and participant.engineer = request.subject
                            where request.cycle = :cycle and request.state in ('OPEN', 'ACCEPTED')
                        )
                        update review_request request
                        set state = 'ENDED', ended_because = ended.because, ended_at = :now::timestamptz
                        from ended where request.id = ended.id and ended.because is not null
                        """)
                .param("cycle", cycle)
                .param("day", day)
                .param("now", now.toString())
                .update();
    }

    /** What participants were asked for before becomes part of the cycle. */
    private void takeOver(UUID cycle) {
        jdbc.sql("""
                        update review_request request
                        set cycle = cycle.id, due_on = coalesce(request.due_on, cycle.due_day)
                        from cycle, cycle_participant participant
                        where cycle.id = :cycle and participant.cycle = cycle.id and participant.state = 'ACTIVE'
                          and request.subject = participant.engineer and request.cycle is null
                          and request.state in ('OPEN', 'ACCEPTED')
                        """).param("cycle", cycle).update();
    }

    /** Nobody is asked again who was asked in this cycle, unless they had left or were not the manager for a while. */
    private void ask(UUID cycle, LocalDate day, Instant now) {
        tell.asked(jdbc.sql("""
                        with wanted (subject, reviewer, kind) as (
                            select participant.engineer, participant.engineer, 'SELF'
                            from cycle_participant participant join cycle on cycle.id = participant.cycle
                            where cycle.id = :cycle and participant.state = 'ACTIVE' and cycle.self
                            union all
                            select participant.engineer, line.manager, 'MANAGER'
                            from cycle_participant participant join cycle on cycle.id = participant.cycle
                            join known_reporting_line line
                                on line.engineer = participant.engineer and line.kind = 'SOLID' and line.from_day <= :day
                               and (line.to_day is null or line.to_day >= :day)
                            join known_engineer manager on manager.engineer = line.manager and manager.state = 'ACTIVE'
                            where cycle.id = :cycle and participant.state = 'ACTIVE' and cycle.manager
                              and not exists (
                                  select from conflict_of_interest conflict
                                  where conflict.subject = participant.engineer and conflict.reviewer = line.manager
                                    and conflict.ended_at is null)
                        )
                        insert into review_request (id, subject, reviewer, kind, cycle, by_rule, due_on, requested_at, state)
                        select gen_random_uuid(), wanted.subject, wanted.reviewer, wanted.kind, cycle.id, true, cycle.due_day,
                               :now::timestamptz, 'OPEN'
                        from wanted join cycle on cycle.id = :cycle
                        where not exists (
                            select from review_request asked
                            where asked.cycle = :cycle and asked.subject = wanted.subject and asked.kind = wanted.kind
                              and (asked.state <> 'ENDED' or asked.ended_because = 'NOT_WANTED'))
                        order by wanted.subject, wanted.reviewer
                        on conflict (subject, reviewer, kind) where state in ('OPEN', 'ACCEPTED') do nothing
                        returning id, reviewer, subject
                        """)
                .param("cycle", cycle)
                .param("day", day)
                .param("now", now.toString())
                .query((row, _) -> new TellReviewers.Asked(
                        row.getObject("id", UUID.class),
                        row.getObject("reviewer", UUID.class),
                        row.getObject("subject", UUID.class)))
                .list());
    }

    /** The due day moved: who was reminded of the old one is reminded of the new one. */
    public void due(UUID cycle, LocalDate day) {
        jdbc.sql("""
                        update review_request set due_on = :day, due_soon_told = false, overdue_told = false
                        where cycle = :cycle and state in ('OPEN', 'ACCEPTED') and due_on is distinct from :day
                        """).param("cycle", cycle).param("day", day).update();
    }

    /** The cycle closed. */
    public void missed(UUID cycle, Instant now) {
        jdbc.sql("""
                        update review_request set state = 'MISSED', ended_at = :now::timestamptz
                        where cycle = :cycle and state in ('OPEN', 'ACCEPTED')
                        """).param("cycle", cycle).param("now", now.toString()).update();
    }

    /** The cycle runs again: what was missed can be answered, as far as nobody was asked again meanwhile. */
    public void reopened(UUID cycle) {
        jdbc.sql("""
                        update review_request request
                        set state = case when exists (
                                             select from review_request_change change
                                             where change.request = request.id and change.what = 'ACCEPTED')
                                         then 'ACCEPTED' else 'OPEN' end,
                            ended_at = null
                        where request.cycle = :cycle and request.state = 'MISSED'
                          and not exists (
                              select from review_request other
                              where other.subject = request.subject and other.reviewer = request.reviewer
                                and other.kind = request.kind and other.state in ('OPEN', 'ACCEPTED'))
                        """).param("cycle", cycle).update();
    }
}
