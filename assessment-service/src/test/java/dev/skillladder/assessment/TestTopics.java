package dev.skillladder.assessment;

import dev.skillladder.contract.Topics;
import dev.skillladder.testsupport.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The broker as other services and producers see it. */
public final class TestTopics {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration POLL = Duration.ofMillis(200);

    private TestTopics() {}

    /** Sends an event as its owner does; a null body is a tombstone. */
    public static void send(String topic, String key, String source, String type, @Nullable Object body) {
        sendRaw(topic, key, source, type, body == null ? null : JSON.writeValueAsString(body), null);
    }

    /** Sends whatever a producer may send, with a timestamp of its choice. */
    public static void sendRaw(
            String topic, String key, String source, String type, @Nullable String body, @Nullable Instant timestamp) {
        ProducerRecord<String, String> sent =
                new ProducerRecord<>(topic, null, timestamp == null ? null : timestamp.toEpochMilli(), key, body);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        source,
                        "ce_type",
                        type,
                        "ce_subject",
                        key,
                        "ce_time",
                        Instant.now().toString(),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            Producer.SHARED.send(sent).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("cannot send to " + topic, e);
        }
    }

    /** Everything a topic holds under a key, oldest first. */
    public static List<ConsumerRecord<String, String>> read(String topic, String key) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(POLL).forEach(read -> {
                    if (key.equals(read.key())) {
                        found.add(read);
                    }
                });
            }
            return found;
        }
    }

    /** Everything a topic holds under a key, as records of the contract. */
    public static <T> List<T> read(String topic, String key, Class<T> type) {
        return read(topic, key).stream()
                .map(read -> JSON.readValue(read.value(), type))
                .toList();
    }

    private static final class Producer {

        static final KafkaProducer<String, String> SHARED = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers(), "max.request.size", Topics.MAX_RECORD_BYTES),
                new StringSerializer(),
                new StringSerializer());
    }
}
