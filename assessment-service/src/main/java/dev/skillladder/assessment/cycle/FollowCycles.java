package dev.skillladder.assessment.cycle;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens cycles whose first day has come, closes those whose last day has passed, and lets joiners in and leavers out of
 * the rest. Each cycle in a transaction of its own; of several instances one works on a cycle at a time.
 */
@Component
class FollowCycles {

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final CycleChanges changes;
    private final CloseCycle close;
    private final FillCycle fill;
    private final TransactionOperations transactions;
    private final Clock clock;

    FollowCycles(
            JdbcClient jdbc,
            Cycles cycles,
            CycleChanges changes,
            CloseCycle close,
            FillCycle fill,
            TransactionOperations transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.changes = changes;
        this.close = close;
        this.fill = fill;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assessment.cycles.every:15s}")
    void run() {
        List<UUID> running = List.copyOf(jdbc.sql("select id from cycle where state <> 'CLOSED' order by id")
                .query(UUID.class)
                .list());
        running.forEach(cycle -> transactions.executeWithoutResult(_ -> follow(cycle)));
    }

    private void follow(UUID id) {
        boolean free =
                jdbc.sql("""
                        select id from cycle where id = :id and state <> 'CLOSED' for no key update skip locked
                        """).param("id", id).query(UUID.class).optional().isPresent();
        if (!free) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Cycle cycle = cycles.one(id);
        if (cycle.to().isBefore(today)) {
            close.close(cycle, null, CycleChange.BY_DAY, now);
        } else if (cycle.state() == Cycle.State.PLANNED && !cycle.from().isAfter(today)) {
            Cycle opened = cycle.in(Cycle.State.OPEN, null);
            cycles.replace(opened, cycle.revision());
            changes.add(opened, CycleChange.What.OPENED, null, CycleChange.BY_DAY, now);
            fill.fill(opened, now);
        } else {
            fill.fill(cycle, now);
        }
    }
}
