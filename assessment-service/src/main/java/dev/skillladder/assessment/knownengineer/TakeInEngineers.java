package dev.skillladder.assessment.knownengineer;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.profile.EngineerChanged;
import dev.skillladder.delivery.EventBatch;
import dev.skillladder.delivery.EventHandler;
import dev.skillladder.delivery.IncomingEvent;
import dev.skillladder.delivery.PendingEvents;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Keeps the highest revision of each engineer, forgets whom profile-service erased, and tells whoever listens. */
@Component
class TakeInEngineers implements EventHandler {

    private final StoredEngineers stored;
    private final List<EngineerListener> listeners;
    private final PendingEvents pending;

    TakeInEngineers(StoredEngineers stored, List<EngineerListener> listeners, PendingEvents pending) {
        this.stored = stored;
        this.listeners = listeners;
        this.pending = pending;
    }

    @Override
    public String topic() {
        return Topics.ENGINEERS;
    }

    @Override
    public void handle(EventBatch batch) {
        Collection<EngineerChanged> newest = batch.read(EngineerChanged.class)
                .map(EventBatch.Read::body)
                .collect(Collectors.toMap(
                        EngineerChanged::engineer,
                        state -> state,
                        TakeInEngineers::higherRevision,
                        TreeMap<UUID, EngineerChanged>::new))
                .values();
        Set<UUID> changed = new TreeSet<>(stored.replace(newest));
        Collection<UUID> erased = erased(batch.events());
        changed.addAll(stored.forget(erased));
        if (!erased.isEmpty()) {
            listeners.forEach(listener -> listener.erased(erased));
        }
        if (!changed.isEmpty()) {
            listeners.forEach(listener -> listener.changed(changed));
            pending.release(
                    changed.stream().map(engineer -> "engineer:" + engineer).toList());
        }
    }

    private static EngineerChanged higherRevision(EngineerChanged one, EngineerChanged other) {
        return one.revision() >= other.revision() ? one : other;
    }

    /** A state may follow a tombstone of the same key; then the state counts. */
    private static Collection<UUID> erased(List<IncomingEvent> events) {
        Map<String, IncomingEvent> last =
                events.stream().collect(Collectors.toMap(IncomingEvent::key, event -> event, (_, later) -> later));
        return last.values().stream()
                .filter(IncomingEvent::isTombstone)
                .map(event -> UUID.fromString(event.key()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
