package dev.skillladder.benchmarks;

import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Produces with the settings of the services' relay; closing fails when a record was not acknowledged. */
final class Sender implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private volatile @Nullable Exception failure;

    Sender(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "batch.size",
                        256 * 1024,
                        "compression.type",
                        "lz4",
                        "max.request.size",
                        16 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        Future<RecordMetadata> _ = producer.send(record, this::acknowledged);
    }

    private void acknowledged(@Nullable RecordMetadata where, @Nullable Exception fault) {
        if (fault != null) {
            failure = fault;
        }
    }

    @Override
    public void close() {
        producer.close();
        if (failure != null) {
            throw new IllegalStateException("a record was not acknowledged", failure);
        }
    }
}
