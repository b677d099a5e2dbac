package dev.skillladder.delivery;

import java.util.Collection;
import java.util.UUID;

/**
 * Where a change leaves its event, in the change's own transaction. The caller has locked the aggregate's row before,
 * so that two events of one key never wait side by side (docs/decisions/0003-own-outbox.md).
 */
public class Outbox {

    /**
     * Adds one event.
     *
     * @return the event's id ({@code ce_id})
     * @throws IllegalStateException outside a transaction
     */
    public UUID add(Event event) {
        throw new IllegalStateException("not yet: " + event);
    }

    /** Adds events in their order, in one round trip. */
    public void addAll(Collection<Event> events) {
        events.forEach(this::add);
    }

    /** Adds a tombstone: readers of the compacted topic erase what they keep under this key. */
    public void erase(String topic, String key) {
        throw new IllegalStateException("not yet: " + topic + " " + key);
    }
}
