package dev.skillladder.assessment.development;

import dev.skillladder.assessment.cycle.RunningCycle;
import dev.skillladder.assessment.cycle.RunningCycles;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes what people have not ended to the cycle they take part in now. A job looks for them, so it does not matter how
 * somebody came into a cycle or who was away when it began; carried twice changes nothing.
 */
@Component
class CarryOver {

    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Actions actions;
    private final RunningCycles cycles;
    private final KnownEngineers engineers;
    private final TransactionOperations transactions;
    private final Clock clock;

    CarryOver(
            Actions actions,
            RunningCycles cycles,
            KnownEngineers engineers,
            TransactionOperations transactions,
            Clock clock) {
        this.actions = actions;
        this.cycles = cycles;
        this.engineers = engineers;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${assessment.development.every:1m}")
    void run() {
        UUID after = FIRST;
        List<UUID> batch;
        do {
            batch = actions.peopleWithOpenOnes(after, BATCH);
            carry(batch, null);
            after = batch.isEmpty() ? after : batch.getLast();
        } while (batch.size() == BATCH);
    }

    /**
     * Those of the people who take part in a running cycle.
     *
     * @param by null: because the cycle runs
     * @return how many actions now belong to another cycle than before
     */
    int carry(Collection<UUID> people, @Nullable UUID by) {
        Map<UUID, Set<UUID>> byCycle = new HashMap<>();
        for (Map.Entry<UUID, RunningCycle> running : cycles.of(people).entrySet()) {
            byCycle.computeIfAbsent(running.getValue().id(), _ -> new TreeSet<>())
                    .add(running.getKey());
        }
        int carried = 0;
        for (Map.Entry<UUID, Set<UUID>> cycle : byCycle.entrySet()) {
            carried += transactions.execute(_ -> {
                engineers.lock(cycle.getValue());
                return actions.carry(
                        cycle.getValue(), cycle.getKey(), by, clock.instant().truncatedTo(ChronoUnit.MICROS));
            });
        }
        return carried;
    }
}
