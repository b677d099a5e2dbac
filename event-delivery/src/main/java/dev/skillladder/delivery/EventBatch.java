package dev.skillladder.delivery;

import java.util.List;
import java.util.stream.Stream;

/**
 * Events of one topic that are handled in one transaction, in their order per key. Duplicates were taken out already.
 * An event that is neither rejected nor deferred has taken effect when the handler returns.
 */
public interface EventBatch {

    /** All events, tombstones included. */
    List<IncomingEvent> events();

    /**
     * The event's body as a record of the contract; what cannot be read is rejected here, with the reader's reason, and
     * left out of the answer.
     */
    <T> Stream<Read<T>> read(Class<T> type);

    /** The same for the events of one CloudEvents type, on a topic that carries several. */
    <T> Stream<Read<T>> read(String eventType, Class<T> type);

    /** The event can never become valid: it goes to the dead letters with this reason. */
    void reject(IncomingEvent event, String reason);

    /**
     * The event speaks of something not yet known: it waits until {@link PendingEvents#release} names the fact.
     *
     * @param fact for example {@code engineer:2f0c…}
     */
    void defer(IncomingEvent event, String fact);

    /** An event with its body. */
    record Read<T>(IncomingEvent event, T body) {}
}
