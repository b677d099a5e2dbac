package dev.skillladder.assessment.level;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Recomputes whose level changes because a day has come: knowledge ages, evidence expires, a role begins or ends. Small
 * transactions; several instances share the work, and one that was away catches up.
 */
@Component
class AgeLevels {

    private static final int BATCH = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final Due due;
    private final ComputeLevels compute;
    private final TransactionOperations transactions;
    private final Clock clock;

    AgeLevels(Due due, ComputeLevels compute, TransactionOperations transactions, Clock clock) {
        this.due = due;
        this.compute = compute;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assessment.ageing.every:1m}")
    void run() {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        everybody(after -> due.changing(today, after, BATCH));
        everybody(after -> due.unplaced(today, after, BATCH));
    }

    private void everybody(Source source) {
        UUID after = FIRST;
        List<UUID> batch;
        do {
            UUID last = after;
            batch = transactions.execute(_ -> {
                List<UUID> locked = source.lockAfter(last);
                compute.changed(locked);
                return locked;
            });
            after = batch.isEmpty() ? after : batch.getLast();
        } while (!batch.isEmpty());
    }

    /** People to recompute, locked, in id order. */
    private interface Source {
        List<UUID> lockAfter(UUID engineer);
    }
}
