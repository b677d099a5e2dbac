package dev.skillladder.delivery;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** What event delivery counts and times; README.md lists the names. */
final class DeliveryMetrics {

    private final MeterRegistry registry;
    private final Map<TopicPartition, AtomicLong> lags = new ConcurrentHashMap<>();

    DeliveryMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void sent(int events) {
        registry.counter("skill.ladder.delivery.sent").increment(events);
    }

    void dead(String topic, int letters) {
        registry.counter("skill.ladder.delivery.dead", "topic", topic).increment(letters);
    }

    void batch(String topic, int events, Duration took) {
        registry.timer("skill.ladder.delivery.batch", "topic", topic).record(took);
        DistributionSummary.builder("skill.ladder.delivery.batch.events")
                .tag("topic", topic)
                .register(registry)
                .record(events);
    }

    /** What the consumer knows without asking the broker. */
    void lag(String topic, Consumer<?, ?> consumer) {
        for (TopicPartition partition : consumer.assignment()) {
            consumer.currentLag(partition)
                    .ifPresent(
                            lag -> lags.computeIfAbsent(partition, this::gauge).set(lag));
        }
    }

    /** Another instance tells their lag from now on. */
    void forget(String topic, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> lags.computeIfPresent(partition, (name, lag) -> {
            lag.set(0);
            return lag;
        }));
    }

    void backlog(Backlog backlog) {
        Gauge.builder("skill.ladder.delivery.outbox.events", () -> backlog.now().outbox())
                .register(registry);
        Gauge.builder(
                        "skill.ladder.delivery.outbox.age",
                        () -> backlog.now().oldest().toMillis() / 1000.0)
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("skill.ladder.delivery.pending", () -> backlog.now().pending())
                .register(registry);
        Gauge.builder("skill.ladder.delivery.dead.open", () -> backlog.now().dead())
                .register(registry);
    }

    private AtomicLong gauge(TopicPartition partition) {
        AtomicLong lag = new AtomicLong();
        registry.gauge(
                "skill.ladder.delivery.lag",
                List.of(
                        Tag.of("topic", partition.topic()),
                        Tag.of("partition", Integer.toString(partition.partition()))),
                lag);
        return lag;
    }
}
