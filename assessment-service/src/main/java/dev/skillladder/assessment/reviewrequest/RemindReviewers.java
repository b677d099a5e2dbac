package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.assessment.inbox.Inbox;
import dev.skillladder.assessment.inbox.NewNotice;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.inbox.NoticeKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells reviewers once that a review is due soon, and once that it was due. Batches are claimed row by row, so several
 * instances share the work; mark and notice are one transaction. Who stands in for the reviewer is told instead.
 */
@Component
public class RemindReviewers {

    private static final int BATCH = 500;

    /** Days before the due day of a request outside a cycle. */
    private static final int STANDARD_DAYS = 7;

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final Clock clock;

    RemindReviewers(JdbcClient jdbc, Inbox inbox, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assessment.reminders.every:1m}")
    void run() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        while (Boolean.TRUE.equals(transactions.execute(_ -> tell(dueSoon(today), NoticeKind.DUE_SOON, "due-soon")))) {
            // the next batch
        }
        while (Boolean.TRUE.equals(transactions.execute(_ -> tell(overdue(today), NoticeKind.OVERDUE, "overdue")))) {
            // the next batch
        }
    }

    /**
     * Reminds everybody with an open task of the cycle, whatever they were told before.
     *
     * @return how many reviews they were reminded of
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int everybody(UUID cycle, LocalDate today) {
        List<Due> open =
                jdbc.sql("""
                        select id, coalesce(delegate, reviewer) as recipient, subject, due_on from review_request
                        where cycle = :cycle and state in ('OPEN', 'ACCEPTED') and due_on is not null
                        """).param("cycle", cycle).query((row, _) -> due(row)).list();
        tell(open, NoticeKind.DUE_SOON, "reminded-on-" + today);
        return open.size();
    }

    private boolean tell(List<Due> due, NoticeKind kind, String key) {
        inbox.tell(due.stream()
                .map(one -> new NewNotice(
                        one.recipient(),
                        kind,
                        one.subject(),
                        new Target(Thing.REVIEW_REQUEST, one.request().toString()),
                        Map.of("due", one.on().toString()),
                        "%s/%s/%s".formatted(key, one.request(), one.on())))
                .toList());
        return due.size() == BATCH;
    }

    private List<Due> dueSoon(LocalDate today) {
        return jdbc.sql("""
                        with due as (
                            select request.id
                            from review_request request left join cycle on cycle.id = request.cycle
                            where request.state in ('OPEN', 'ACCEPTED') and not request.due_soon_told
                              and request.due_on >= :today
                              and request.due_on - coalesce(cycle.remind_days_before, :days) <= :today
                            order by request.due_on, request.id
                            limit :batch
                            for no key update of request skip locked
                        )
                        update review_request request set due_soon_told = true
                        from due where request.id = due.id
                        returning request.id, request.subject, request.due_on, coalesce(request.delegate, (
                            select delegate from delegation
                            where manager = request.reviewer and request.kind = 'MANAGER' and ended_at is null
                              and from_day <= :today and to_day >= :today and delegate <> request.subject
                            order by from_day, delegate limit 1), request.reviewer) as recipient
                        """)
                .param("today", today)
                .param("days", STANDARD_DAYS)
                .param("batch", BATCH)
                .query((row, _) -> due(row))
                .list();
    }

    private List<Due> overdue(LocalDate today) {
        return jdbc.sql("""
                        with due as (
                            select id from review_request
                            where state in ('OPEN', 'ACCEPTED', 'MISSED') and not overdue_told and due_on < :today
                            order by due_on, id
                            limit :batch
                            for no key update skip locked
                        )
                        update review_request request set overdue_told = true
                        from due where request.id = due.id
                        returning request.id, request.subject, request.due_on, coalesce(request.delegate, (
                            select delegate from delegation
                            where manager = request.reviewer and request.kind = 'MANAGER' and ended_at is null
                              and from_day <= :today and to_day >= :today and delegate <> request.subject
                            order by from_day, delegate limit 1), request.reviewer) as recipient
                        """)
                .param("today", today)
                .param("batch", BATCH)
                .query((row, _) -> due(row))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getObject("recipient", UUID.class),
                row.getObject("subject", UUID.class),
                row.getObject("due_on", LocalDate.class));
    }

    private record Due(UUID request, UUID recipient, UUID subject, LocalDate on) {}
}
