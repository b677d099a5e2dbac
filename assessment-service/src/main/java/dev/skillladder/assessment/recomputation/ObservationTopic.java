package dev.skillladder.assessment.recomputation;

import dev.skillladder.contract.Topics;
import dev.skillladder.delivery.IncomingEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The whole topic of observations from its start to where it ends now; joins no group and moves no offset. */
@Component
class ObservationTopic {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final String bootstrapServers;

    ObservationTopic(@Value("${skill-ladder.delivery.bootstrap-servers}") String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    void read(Consumer<List<IncomingEvent>> batches) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1_000);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.OBSERVATIONS, PATIENCE).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> rest = new HashMap<>(consumer.endOffsets(partitions, PATIENCE));
            rest.entrySet().removeIf(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
            while (!rest.isEmpty()) {
                List<IncomingEvent> events = new ArrayList<>();
                consumer.poll(POLL).forEach(arrived -> readable(arrived, events));
                batches.accept(events);
                rest.entrySet().removeIf(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
            }
        }
    }

    /** Leaves out what has no envelope or no body: it went to the dead letters when it first came. */
    private static void readable(ConsumerRecord<byte[], byte[]> arrived, List<IncomingEvent> events) {
        String id = header(arrived, "ce_id");
        String source = header(arrived, "ce_source");
        String type = header(arrived, "ce_type");
        if (!id.isEmpty() && !source.isEmpty() && arrived.key() != null && arrived.value() != null) {
            Instant appendedAt = Instant.ofEpochMilli(arrived.timestamp());
            events.add(new IncomingEvent(
                    arrived.topic(),
                    arrived.partition(),
                    arrived.offset(),
                    appendedAt,
                    new String(arrived.key(), StandardCharsets.UTF_8),
                    id,
                    source,
                    type,
                    appendedAt,
                    new String(arrived.value(), StandardCharsets.UTF_8)));
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> arrived, String name) {
        Header header = arrived.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
