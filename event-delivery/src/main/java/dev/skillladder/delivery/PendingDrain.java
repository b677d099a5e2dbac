package dev.skillladder.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands released events to the handler of their topic, right after the commit that released them. */
final class PendingDrain extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(PendingDrain.class);

    private final Map<String, Intake> intakes;
    private final PendingRows rows;
    private final DeadLetters deadLetters;
    private final TransactionTemplate transaction;
    private final DeliverySettings settings;
    private final Signal signal;
    private final Clock clock;

    PendingDrain(
            Map<String, Intake> intakes,
            PendingRows rows,
            DeadLetters deadLetters,
            TransactionTemplate transaction,
            DeliverySettings settings,
            Signal signal,
            Clock clock) {
        super("pending-drain", settings.maxBackOff());
        this.intakes = intakes;
        this.rows = rows;
        this.deadLetters = deadLetters;
        this.transaction = transaction;
        this.settings = settings;
        this.signal = signal;
        this.clock = clock;
    }

    @Override
    protected void work() throws InterruptedException {
        while (running()) {
            if (!drainNext()) {
                condition().is("idle");
                signal.await(settings.poll());
            }
        }
    }

    private boolean drainNext() {
        List<PendingRows.Released> released = rows.released(intakes.keySet(), settings.drainBatch());
        released.stream()
                .collect(Collectors.groupingBy(PendingRows.Released::topic))
                .forEach((topic, ofTopic) -> Halving.run(ofTopic, batch -> take(topic, batch), this::bury));
        return !released.isEmpty();
    }

    private void take(String topic, List<PendingRows.Released> batch) {
        Intake intake = intakes.get(topic);
        if (intake == null) {
            throw new IllegalStateException("no handler reads " + topic);
        }
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> {
            rows.holdDrains();
            deadLetters.add(intake.take(rows.remove(batch), now), now);
        });
    }

    private void bury(PendingRows.Released one, RuntimeException failure) {
        LOG.error("pending event {} of {} cannot be taken in", one.id(), one.topic(), failure);
        transaction.executeWithoutResult(status -> {
            List<DeadLetters.Death> deaths = rows.remove(List.of(one)).stream()
                    .map(arrival -> new DeadLetters.Death(arrival, Condition.describe(failure)))
                    .toList();
            deadLetters.add(deaths, clock.instant());
        });
    }
}
