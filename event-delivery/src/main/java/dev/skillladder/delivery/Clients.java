package dev.skillladder.delivery;

import dev.skillladder.contract.Topics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Opens connections to Kafka and PostgreSQL. Made anew by each thread whenever it (re)starts: a Kafka client refuses to
 * be created while the brokers' names do not resolve, and that must not keep a service from starting.
 */
record Clients(String application, DeliverySettings settings, JdbcConnectionDetails database) {

    /** The envelope comes on top of a body of the largest size. */
    static final int MAX_REQUEST_BYTES = Topics.MAX_RECORD_BYTES + 1024 * 1024;

    Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers",
                settings.bootstrapServers(),
                "client.id",
                application + "-admin",
                "request.timeout.ms",
                5_000,
                "default.api.timeout.ms",
                10_000));
    }

    Producer<byte[], byte[]> producer() {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", settings.bootstrapServers());
        config.put("client.id", application + "-relay");
        config.put("acks", "all");
        config.put("enable.idempotence", true);
        config.put("compression.type", "lz4");
        config.put("linger.ms", 0);
        config.put("batch.size", 256 * 1024);
        config.put("max.request.size", MAX_REQUEST_BYTES);
        config.put("buffer.memory", 64L * 1024 * 1024);
        // metadata must be there soon, but a record once handed over is never given up: else a later one could pass it
        config.put("max.block.ms", 5_000);
        config.put("delivery.timeout.ms", Integer.MAX_VALUE);
        config.put("reconnect.backoff.max.ms", 1_000);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    Consumer<byte[], byte[]> consumer(String topic) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", settings.bootstrapServers());
        config.put("group.id", application + "." + topic);
        config.put("group.protocol", "consumer");
        config.put("auto.offset.reset", "none");
        config.put("enable.auto.commit", false);
        config.put("isolation.level", "read_committed");
        config.put("max.poll.records", settings.maxPollRecords());
        config.put("reconnect.backoff.max.ms", 1_000);
        config.put("default.api.timeout.ms", 10_000);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * A connection beside the pool, for a session lock or for listening. Both ends find out within seconds that the other
     * one is gone, even if its machine died without a word.
     */
    Connection connection(String purpose) throws SQLException {
        Properties properties = new Properties();
        set(properties, "user", database.getUsername());
        set(properties, "password", database.getPassword());
        properties.setProperty("ApplicationName", application + " " + purpose);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty(
                "options", "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3");
        return DriverManager.getConnection(database.getJdbcUrl(), properties);
    }

    private static void set(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
