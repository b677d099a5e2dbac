package dev.skillladder.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A record with what could be read of it: the event, or why there is none. */
record Arrival(
        ConsumerRecord<byte[], byte[]> record,
        @Nullable IncomingEvent event,
        @Nullable String fault) {

    static Arrival of(ConsumerRecord<byte[], byte[]> record) {
        try {
            return new Arrival(record, Envelope.read(record), null);
        } catch (Envelope.Unreadable e) {
            return new Arrival(record, null, e.reason());
        }
    }

    /** From the columns in which pending events and dead letters keep a record. */
    static Arrival of(ResultSet rs) throws SQLException {
        byte @Nullable [] key = rs.getBytes("key");
        byte @Nullable [] body = rs.getBytes("body");
        return of(new ConsumerRecord<>(
                rs.getString("topic"),
                rs.getInt("partition"),
                rs.getLong("record_offset"),
                rs.getObject("appended_at", OffsetDateTime.class).toInstant().toEpochMilli(),
                TimestampType.CREATE_TIME,
                key == null ? -1 : key.length,
                body == null ? -1 : body.length,
                key,
                body,
                HeaderJson.read(rs.getString("headers")),
                Optional.empty()));
    }

    boolean isReadable() {
        return event != null;
    }

    /** The event of a readable record. */
    IncomingEvent readable() {
        if (event == null) {
            throw new IllegalStateException("unreadable: " + fault);
        }
        return event;
    }
}
