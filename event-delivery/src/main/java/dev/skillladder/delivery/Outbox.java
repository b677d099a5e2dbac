package dev.skillladder.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a change leaves its event, in the change's own transaction. The caller has locked the aggregate's row before,
 * so that two events of one key never wait side by side (docs/decisions/0003-own-outbox.md).
 */
public class Outbox {

    private final OutboxRows rows;
    private final Signal relay;
    private final Set<String> owned;
    private final URI source;
    private final JsonMapper json;
    private final Clock clock;
    private final Supplier<UUID> ids;

    Outbox(
            OutboxRows rows,
            Signal relay,
            Collection<String> owned,
            URI source,
            JsonMapper json,
            Clock clock,
            Supplier<UUID> ids) {
        this.rows = rows;
        this.relay = relay;
        this.owned = Set.copyOf(owned);
        this.source = source;
        this.json = json;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Adds one event.
     *
     * @return the event's id ({@code ce_id})
     * @throws IllegalStateException outside a transaction
     */
    public UUID add(Event event) {
        return addAll(List.of(event)).getFirst();
    }

    /**
     * Adds events in their order, in one round trip.
     *
     * @return their ids, in the same order
     */
    public List<UUID> addAll(Collection<Event> events) {
        List<UUID> added = new ArrayList<>(events.size());
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(events.size());
        Instant now = clock.instant();
        for (Event event : events) {
            UUID id = ids.get();
            added.add(id);
            byte[] body = json.writeValueAsBytes(event.data());
            records.add(record(id, now, event.topic(), event.key(), event.type(), body));
        }
        write(records, now);
        return added;
    }

    /** Adds a tombstone: readers of the compacted topic erase what they keep under this key. */
    public void erase(String topic, String key) {
        Instant now = clock.instant();
        write(List.of(record(ids.get(), now, topic, key, Envelope.ERASED, null)), now);
    }

    private ProducerRecord<byte[], byte[]> record(
            UUID id, Instant now, String topic, String key, String type, byte @Nullable [] body) {
        if (!owned.contains(topic)) {
            throw new IllegalArgumentException(
                    "this service does not own topic " + topic + "; add it to skill-ladder.delivery.owns");
        }
        return Envelope.write(source, id, now, topic, key, type, body);
    }

    private void write(List<ProducerRecord<byte[], byte[]>> records, Instant now) {
        Signal.requireTransaction("the outbox");
        rows.add(records, now);
        relay.raiseAfterCommit();
    }
}
