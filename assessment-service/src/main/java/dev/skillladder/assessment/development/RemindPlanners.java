package dev.skillladder.assessment.development;

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
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells people once per due day that one of their development actions is due soon, and once that it was due. Mark and notice
 * are one transaction; batches are claimed row by row, so several instances share the work.
 */
@Component
class RemindPlanners {

    private static final int BATCH = 500;

    /** Days before the due day. */
    private static final int SOON = 7;

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final Clock clock;

    RemindPlanners(JdbcClient jdbc, Inbox inbox, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assessment.development.every:1m}")
    void run() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        while (Boolean.TRUE.equals(
                transactions.execute(_ -> tell(dueSoon(today), NoticeKind.ACTION_DUE_SOON, "action-due-soon")))) {
            // the next batch
        }
        while (Boolean.TRUE.equals(
                transactions.execute(_ -> tell(overdue(today), NoticeKind.ACTION_OVERDUE, "action-overdue")))) {
            // the next batch
        }
    }

    private boolean tell(List<Due> due, NoticeKind kind, String key) {
        inbox.tell(due.stream()
                .map(one -> new NewNotice(
                        one.engineer(),
                        kind,
                        one.engineer(),
                        new Target(Thing.DEVELOPMENT_ACTION, one.action().toString()),
                        Map.of("due", one.on().toString()),
                        "%s/%s/%s".formatted(key, one.action(), one.on())))
                .toList());
        return due.size() == BATCH;
    }

    private List<Due> dueSoon(LocalDate today) {
        return jdbc.sql("""
                        with due as (
                            select id from development_action
                            where status in ('OPEN', 'STARTED') and due_on between :today and :today + :days
                              and due_soon_told is distinct from due_on
                            order by due_on, id
                            limit :batch
                            for no key update skip locked
                        )
                        update development_action action set due_soon_told = action.due_on
                        from due where action.id = due.id
                        returning action.id, action.engineer, action.due_on
                        """)
                .param("today", today)
                .param("days", SOON)
                .param("batch", BATCH)
                .query(RemindPlanners::due)
                .list();
    }

    private List<Due> overdue(LocalDate today) {
        return jdbc.sql("""
                        with due as (
                            select id from development_action
                            where status in ('OPEN', 'STARTED') and due_on < :today
                              and overdue_told is distinct from due_on
                            order by due_on, id
                            limit :batch
                            for no key update skip locked
                        )
                        update development_action action set overdue_told = action.due_on
                        from due where action.id = due.id
                        returning action.id, action.engineer, action.due_on
                        """)
                .param("today", today)
                .param("batch", BATCH)
                .query(RemindPlanners::due)
                .list();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getObject("engineer", UUID.class),
                row.getObject("due_on", LocalDate.class));
    }

    private record Due(UUID action, UUID engineer, LocalDate on) {}
}
