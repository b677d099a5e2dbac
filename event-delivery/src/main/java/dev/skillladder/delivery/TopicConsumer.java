package dev.skillladder.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.NoOffsetForPartitionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads one topic. What a poll brings is one transaction: offsets, duplicates, the handler's effects, pending and dead
 * events. So each event takes effect exactly once whatever is killed when (docs/decisions/0004-consumer.md).
 */
final class TopicConsumer extends Worker {

    private static final Logger LOG = LoggerFactory.getLogger(TopicConsumer.class);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LEAVE = Duration.ofSeconds(2);

    private final String topic;
    private final Intake intake;
    private final Offsets offsets;
    private final SeenEvents seen;
    private final DeadLetters deadLetters;
    private final TransactionTemplate transaction;
    private final Clients clients;
    private final DeliverySettings settings;
    private final Clock clock;
    private final DeliveryMetrics metrics;

    /** Where the database says each owned partition is. */
    private final Map<Integer, Long> positions = new HashMap<>();

    TopicConsumer(
            Intake intake,
            Offsets offsets,
            SeenEvents seen,
            DeadLetters deadLetters,
            TransactionTemplate transaction,
            Clients clients,
            DeliverySettings settings,
            Clock clock,
            DeliveryMetrics metrics) {
        super("consume-" + intake.handler().topic(), settings.maxBackOff());
        this.topic = intake.handler().topic();
        this.intake = intake;
        this.offsets = offsets;
        this.seen = seen;
        this.deadLetters = deadLetters;
        this.transaction = transaction;
        this.clients = clients;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
    }

    String topic() {
        return topic;
    }

    @Override
    protected void work() throws InterruptedException {
        Consumer<byte[], byte[]> consumer = clients.consumer(topic);
        try {
            consumer.subscribe(List.of(topic), new Assignment(consumer));
            while (running()) {
                takeNext(consumer);
            }
        } catch (Offsets.Recreated recreated) {
            stopped(recreated);
        } catch (KafkaException e) {
            if (!(e.getCause() instanceof Offsets.Recreated recreated)) {
                throw e;
            }
            stopped(recreated); // found while partitions were assigned, which poll wraps
        } finally {
            boolean interrupted = Thread.interrupted(); // else it would not leave its group, which others then wait for
            positions.clear();
            consumer.close(CloseOptions.timeout(LEAVE));
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void stopped(Offsets.Recreated recreated) throws InterruptedException {
        LOG.error("stopped reading", recreated);
        condition().stopped(recreated);
        Thread.sleep(settings.maxBackOff());
    }

    private void takeNext(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        ConsumerRecords<byte[], byte[]> polled;
        try {
            polled = consumer.poll(POLL);
        } catch (NoOffsetForPartitionException e) {
            // Kafka's own offsets, which nobody keeps, are asked for while Assignment is still on its way to seek
            rewind(consumer);
            return;
        }
        try {
            if (!polled.isEmpty()) {
                take(polled);
            }
            condition().is(consumer.assignment().isEmpty() ? "no partitions" : "reading");
            metrics.lag(topic, consumer);
        } catch (Offsets.Lost e) {
            LOG.info("{}", e.getMessage());
            rewind(consumer);
        } catch (RuntimeException e) {
            if (!Transient.is(e)) {
                throw e;
            }
            condition().failed(e);
            LOG.warn("{} is read again: {}", topic, Condition.describe(e));
            backOff();
            rewind(consumer);
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> polled) {
        List<Arrival> arrivals = new ArrayList<>(polled.count());
        for (ConsumerRecord<byte[], byte[]> record : polled) {
            arrivals.add(Arrival.of(record));
        }
        Halving.run(arrivals, this::takeTogether, this::bury);
    }

    private void takeTogether(List<Arrival> arrivals) {
        long start = System.nanoTime();
        Instant now = clock.instant();
        inTransaction(arrivals, () -> {
            List<Arrival> readable =
                    arrivals.stream().filter(Arrival::isReadable).toList();
            List<DeadLetters.Death> deaths = new ArrayList<>();
            arrivals.stream()
                    .filter(arrival -> arrival.fault() != null)
                    .forEach(arrival -> deaths.add(new DeadLetters.Death(arrival, String.valueOf(arrival.fault()))));
            deaths.addAll(intake.take(seen.firstSeen(readable), now));
            deadLetters.add(deaths, now);
        });
        metrics.batch(topic, arrivals.size(), Duration.ofNanos(System.nanoTime() - start));
    }

    private void bury(Arrival arrival, RuntimeException failure) {
        LOG.error(
                "cannot take in {}",
                arrival.event() == null ? arrival.fault() : arrival.event().id(),
                failure);
        inTransaction(List.of(arrival), () -> {
            if (arrival.isReadable()) {
                seen.firstSeen(List.of(arrival));
            }
            deadLetters.add(List.of(new DeadLetters.Death(arrival, Condition.describe(failure))), clock.instant());
        });
    }

    private void inTransaction(List<Arrival> arrivals, Runnable effects) {
        Map<Integer, Long> next = new HashMap<>();
        arrivals.forEach(arrival ->
                next.put(arrival.record().partition(), arrival.record().offset() + 1));
        transaction.executeWithoutResult(status -> {
            offsets.move(topic, positions, next);
            effects.run();
        });
        positions.putAll(next);
    }

    /** Back to what the database says, which may be another consumer's progress. */
    private void rewind(Consumer<byte[], byte[]> consumer) {
        seek(consumer, consumer.assignment());
    }

    private void seek(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        String topicId = topicId();
        Set<Integer> numbers =
                partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        if (!offsets.of(topic, topicId, numbers).keySet().containsAll(numbers)) {
            Map<Integer, Long> beginnings = new HashMap<>();
            consumer.beginningOffsets(partitions)
                    .forEach((partition, offset) -> beginnings.put(partition.partition(), offset));
            offsets.begin(topic, topicId, beginnings);
        }
        offsets.of(topic, topicId, numbers).forEach((partition, offset) -> {
            positions.put(partition, offset);
            consumer.seek(new TopicPartition(topic, partition), offset);
        });
    }

    private String topicId() {
        try (Admin admin = clients.admin()) {
            return admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .topicId()
                    .toString();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot describe topic " + topic, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Called inside poll, on the consumer's own thread. */
    private final class Assignment implements ConsumerRebalanceListener {

        private final Consumer<byte[], byte[]> consumer;

        private Assignment(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            seek(consumer, partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> positions.remove(partition.partition()));
            metrics.forget(topic, partitions);
        }
    }
}
