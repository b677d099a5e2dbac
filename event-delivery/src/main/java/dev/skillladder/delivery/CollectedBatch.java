package dev.skillladder.delivery;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** A batch that notes what its handler says about each event. */
final class CollectedBatch implements EventBatch {

    private final IdentityHashMap<IncomingEvent, Arrival> arrivals = new IdentityHashMap<>();
    private final IdentityHashMap<IncomingEvent, String> rejected = new IdentityHashMap<>();
    private final IdentityHashMap<IncomingEvent, String> deferred = new IdentityHashMap<>();
    private final List<IncomingEvent> events;
    private final JsonMapper json;

    CollectedBatch(List<Arrival> arrivals, JsonMapper json) {
        arrivals.forEach(arrival -> this.arrivals.put(arrival.readable(), arrival));
        this.events = arrivals.stream().map(Arrival::readable).toList();
        this.json = json;
    }

    @Override
    public List<IncomingEvent> events() {
        return events;
    }

    @Override
    public <T> Stream<Read<T>> read(Class<T> type) {
        return read(events, type);
    }

    @Override
    public <T> Stream<Read<T>> read(String eventType, Class<T> type) {
        return read(
                events.stream().filter(event -> event.type().equals(eventType)).toList(), type);
    }

    private <T> Stream<Read<T>> read(List<IncomingEvent> some, Class<T> type) {
        ObjectReader reader = json.readerFor(type);
        List<Read<T>> read = new ArrayList<>(some.size()); // not lazily: what nobody looks at is rejected all the same
        for (IncomingEvent event : some) {
            T body = event.data() == null ? null : body(reader, type, event, event.data());
            if (body != null) {
                read.add(new Read<>(event, body));
            }
        }
        return read.stream();
    }

    private <T> @Nullable T body(ObjectReader reader, Class<T> type, IncomingEvent event, String data) {
        try {
            T body = type.cast(reader.readValue(data));
            if (body == null) {
                reject(event, "the body is JSON null");
            }
            return body;
        } catch (JacksonException e) {
            reject(event, "the body cannot be read: " + e.getOriginalMessage() + where(e));
            return null;
        }
    }

    private static String where(JacksonException e) {
        String path = e.getPathReference();
        return path == null || path.isEmpty() ? "" : " (at " + path + ")";
    }

    @Override
    public void reject(IncomingEvent event, String reason) {
        rejected.put(known(event), reason);
    }

    @Override
    public void defer(IncomingEvent event, String fact) {
        deferred.put(known(event), fact);
    }

    private IncomingEvent known(IncomingEvent event) {
        if (!arrivals.containsKey(event)) {
            throw new IllegalArgumentException("not an event of this batch: " + event.source() + " " + event.id());
        }
        return event;
    }

    List<DeadLetters.Death> deaths() {
        return events.stream()
                .filter(rejected::containsKey)
                .map(event -> new DeadLetters.Death(arrival(event), String.valueOf(rejected.get(event))))
                .toList();
    }

    /** What waits, in order; rejecting wins over deferring. */
    List<PendingRows.Waiting> waiting() {
        return events.stream()
                .filter(event -> deferred.containsKey(event) && !rejected.containsKey(event))
                .map(event -> new PendingRows.Waiting(arrival(event), String.valueOf(deferred.get(event))))
                .toList();
    }

    private Arrival arrival(IncomingEvent event) {
        Arrival arrival = arrivals.get(event);
        if (arrival == null) {
            throw new IllegalStateException("no record of event " + event.id());
        }
        return arrival;
    }
}
