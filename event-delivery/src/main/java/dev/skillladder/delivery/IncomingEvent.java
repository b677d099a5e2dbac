package dev.skillladder.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record that arrived, its envelope already read.
 *
 * @param appendedAt the record's timestamp: append time where the topic says so, else the producer's
 * @param key the record's key
 * @param id {@code ce_id}; unique together with {@code source}
 * @param data the body's JSON; null is a tombstone
 */
public record IncomingEvent(
        String topic,
        int partition,
        long offset,
        Instant appendedAt,
        String key,
        String id,
        String source,
        String type,
        Instant time,
        @Nullable String data) {

    /** Whether the record erases its key. */
    public boolean isTombstone() {
        return data == null;
    }
}
