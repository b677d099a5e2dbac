package dev.skillladder.benchmarks;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads what the services write and read, with the same client settings. */
final class Topic {

    static final URI SOURCE = URI.create("/benchmarks");

    private static final JsonMapper JSON = JsonMapper.shared();

    private Topic() {}

    static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        "isolation.level",
                        "read_committed",
                        "max.poll.records",
                        1000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    static ProducerRecord<byte[], byte[]> record(String topic, String key, String type, String id, Object body) {
        var event = CloudEventBuilder.v1()
                .withId(id)
                .withSource(SOURCE)
                .withType(type)
                .withSubject(key)
                .withData("application/json", JSON.writeValueAsBytes(body))
                .build();
        return KafkaMessageFactory.createWriter(topic, key.getBytes(StandardCharsets.UTF_8))
                .writeBinary(event);
    }

    /** The envelope's id; reads the whole envelope as a service does. */
    static String id(ConsumerRecord<byte[], byte[]> arrived) {
        return KafkaMessageFactory.createReader(arrived.headers(), arrived.value())
                .toEvent()
                .getId();
    }

    static <T> T body(ConsumerRecord<byte[], byte[]> arrived, Class<T> type) {
        return JSON.readValue(arrived.value(), type);
    }
}
