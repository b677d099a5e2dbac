package dev.skillladder.assessment.live;

import dev.skillladder.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads {@code assessment.levels} from its end, all partitions on every instance: joins no group and moves no offset. Who
 * changed is the key; the level itself is not looked at.
 */
@Component
class ReadLevels implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReadLevels.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final String bootstrapServers;
    private final Feed feed;
    private volatile boolean running;

    ReadLevels(@Value("${skill-ladder.delivery.bootstrap-servers}") String bootstrapServers, Feed feed) {
        this.bootstrapServers = bootstrapServers;
        this.feed = feed;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("live-levels").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                read();
            } catch (KafkaException e) {
                if (running) {
                    LOG.warn("open pages hear of changed levels again when Kafka answers: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void read() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1_000);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.LEVELS, PATIENCE).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .sorted(Comparator.comparingInt(TopicPartition::partition))
                    .toList();
            if (partitions.isEmpty()) {
                throw new KafkaException(Topics.LEVELS + " does not exist yet");
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.seek(partition, Objects.requireNonNull(ends.get(partition))));
            feed.levelsFrom(partitions.stream()
                    .map(partition -> Objects.requireNonNull(ends.get(partition)))
                    .toList());
            while (running) {
                consumer.poll(POLL)
                        .forEach(record ->
                                feed.levelChanged(record.partition(), record.offset(), engineer(record.key())));
            }
        }
    }

    private static UUID engineer(byte[] key) {
        return UUID.fromString(new String(key, StandardCharsets.UTF_8));
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            running = false; // nobody interrupts but the end of the process
        }
    }
}
