package dev.skillladder.assessment;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.delivery.EventBatch;
import dev.skillladder.delivery.IncomingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A batch of observation events under ids that the test chooses, with a note of what became of each. */
public class BatchOf implements EventBatch {

    private final List<Read<ObservationsRecorded>> events = new ArrayList<>();
    private final List<String> rejected = new ArrayList<>();
    private final List<String> deferred = new ArrayList<>();

    /** Under new ids. */
    public static BatchOf events(ObservationsRecorded... bodies) {
        BatchOf batch = new BatchOf();
        Stream.of(bodies).forEach(body -> batch.add(UUID.randomUUID().toString(), body));
        return batch;
    }

    public BatchOf add(String id, ObservationsRecorded body) {
        return add(id, body.engineer().toString(), body);
    }

    public BatchOf add(String id, String key, ObservationsRecorded body) {
        IncomingEvent event = new IncomingEvent(
                Topics.OBSERVATIONS,
                0,
                events.size(),
                body.recordedAt(),
                key,
                id,
                "/assessment-service",
                ObservationsRecorded.TYPE,
                body.recordedAt(),
                "{}");
        events.add(new Read<>(event, body));
        return this;
    }

    public List<String> rejected() {
        return rejected;
    }

    public List<String> deferred() {
        return deferred;
    }

    @Override
    public List<IncomingEvent> events() {
        return events.stream().map(Read::event).toList();
    }

    @Override
    public <T> Stream<Read<T>> read(Class<T> type) {
        return events.stream().map(read -> new Read<>(read.event(), type.cast(read.body())));
    }

    @Override
    public <T> Stream<Read<T>> read(String eventType, Class<T> type) {
        return read(type).filter(read -> read.event().type().equals(eventType));
    }

    @Override
    public void reject(IncomingEvent event, String reason) {
        rejected.add(reason);
    }

    @Override
    public void defer(IncomingEvent event, String fact) {
        deferred.add(fact);
    }
}
