package dev.skillladder.assessment.recomputation;

import dev.skillladder.delivery.EventBatch;
import dev.skillladder.delivery.IncomingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Events read again; what was refused the first time is refused again and only counted. */
class ReplayBatch implements EventBatch {

    private final List<IncomingEvent> events;
    private final JsonMapper json;
    private int leftOut;

    ReplayBatch(List<IncomingEvent> events, JsonMapper json) {
        this.events = List.copyOf(events);
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
        List<Read<T>> read = new ArrayList<>();
        for (IncomingEvent event : some) {
            try {
                read.add(new Read<>(event, Objects.requireNonNull(json.readValue(event.data(), type))));
            } catch (JacksonException | NullPointerException e) {
                reject(event, String.valueOf(e.getMessage()));
            }
        }
        return read.stream();
    }

    @Override
    public void reject(IncomingEvent event, String reason) {
        leftOut++;
    }

    @Override
    public void defer(IncomingEvent event, String fact) {
        leftOut++;
    }

    int leftOut() {
        return leftOut;
    }
}
