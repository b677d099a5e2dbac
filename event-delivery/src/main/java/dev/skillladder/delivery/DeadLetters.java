package dev.skillladder.delivery;

import dev.skillladder.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Buries records that cannot be taken in: a row in {@code dead_letter} and a record on the topic's dead-letter topic. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final JdbcClient jdbc;
    private final OutboxRows outbox;
    private final Signal relay;
    private final DeliveryMetrics metrics;

    DeadLetters(JdbcClient jdbc, OutboxRows outbox, Signal relay, DeliveryMetrics metrics) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.relay = relay;
        this.metrics = metrics;
    }

    /** Buries these in the current transaction. */
    void add(List<Death> deaths, Instant now) {
        if (deaths.isEmpty()) {
            return;
        }
        RecordColumns columns =
                new RecordColumns(deaths.stream().map(Death::arrival).toList());
        columns.bind(jdbc.sql("""
                        insert into dead_letter (topic, partition, record_offset, appended_at, key, headers, body,
                                                 event_id, event_source, reason, died_at)
                        select topic, partition, record_offset, appended_at, key, headers, body, event_id, event_source, reason, :now
                        from unnest(:topics::text[], :partitions::int[], :offsets::bigint[], :appendedAt::timestamptz[],
                                    :keys::bytea[], :headers::text[], :bodies::bytea[],
                                    :eventIds::text[], :eventSources::text[], :reasons::text[]) with ordinality
                             as dead (topic, partition, record_offset, appended_at, key, headers, body,
                                      event_id, event_source, reason, position)
                        order by position
                        """))
                .param("eventIds", deaths.stream().map(Death::eventId).toArray(String[]::new))
                .param("eventSources", deaths.stream().map(Death::eventSource).toArray(String[]::new))
                .param("reasons", deaths.stream().map(Death::reason).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        outbox.add(deaths.stream().map(Death::announcement).toList(), now);
        relay.raiseAfterCommit();
        deaths.forEach(this::tell);
    }

    private void tell(Death death) {
        ConsumerRecord<byte[], byte[]> record = death.arrival().record();
        LOG.warn("dead letter {}-{}@{}: {}", record.topic(), record.partition(), record.offset(), death.reason());
        metrics.dead(record.topic(), 1);
    }

    /** A record and why it is dead. */
    record Death(Arrival arrival, String reason) {

        /** PostgreSQL stores no zero character, and an exception may quote the whole input. */
        private static final int MAX_REASON = 2_000;

        Death {
            reason = reason.replace('\0', ' ').substring(0, Math.min(reason.length(), MAX_REASON));
        }

        @Nullable String eventId() {
            IncomingEvent event = arrival.event();
            return event == null ? null : event.id();
        }

        @Nullable String eventSource() {
            IncomingEvent event = arrival.event();
            return event == null ? null : event.source();
        }

        /** The original bytes and headers, and in further headers why and where from. */
        ProducerRecord<byte[], byte[]> announcement() {
            ConsumerRecord<byte[], byte[]> record = arrival.record();
            Headers headers = new RecordHeaders(record.headers().toArray())
                    .add("dead-letter-reason", utf8(reason))
                    .add("dead-letter-topic", utf8(record.topic()))
                    .add("dead-letter-partition", utf8(Integer.toString(record.partition())))
                    .add("dead-letter-offset", utf8(Long.toString(record.offset())))
                    .add(
                            "dead-letter-appended-at",
                            utf8(Instant.ofEpochMilli(record.timestamp()).toString()));
            return new ProducerRecord<>(Topics.dead(record.topic()), null, record.key(), record.value(), headers);
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
