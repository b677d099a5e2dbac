package dev.skillladder.assessment.observation;

import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.mapping.Stated;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.delivery.EventBatch;
import dev.skillladder.delivery.EventBatch.Read;
import dev.skillladder.delivery.EventHandler;
import dev.skillladder.engine.Observation;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes the topic's events into the log, exactly once, and tells the listener about every skill they change. */
@Component
public class TakeInObservations implements EventHandler {

    private final KnownEngineers engineers;
    private final KnownFrameworks frameworks;
    private final ObservationLog log;
    private final ObservationListener listener;
    private final Map<Version, Scope> scopes = new ConcurrentHashMap<>();

    public TakeInObservations(
            KnownEngineers engineers, KnownFrameworks frameworks, ObservationLog log, ObservationListener listener) {
        this.engineers = engineers;
        this.frameworks = frameworks;
        this.log = log;
        this.listener = listener;
    }

    @Override
    public String topic() {
        return Topics.OBSERVATIONS;
    }

    @Override
    public void handle(EventBatch batch) {
        List<Read<ObservationsRecorded>> readable = batch.read(ObservationsRecorded.class)
                .filter(read -> isWhole(batch, read))
                .toList();
        Set<UUID> known = engineers.lock(
                readable.stream().map(read -> read.body().engineer()).collect(Collectors.toSet()));
        List<Logged> observations = new ArrayList<>();
        for (Read<ObservationsRecorded> read : readable) {
            if (isAcceptable(batch, read, known)) {
                observations.addAll(observations(read));
            }
        }
        if (!observations.isEmpty()) {
            takeIn(observations);
        }
    }

    private void takeIn(List<Logged> observations) {
        Map<PersonSkill, List<Stated>> before =
                log.about(observations.stream().map(Logged::about).collect(Collectors.toSet()));
        Map<PersonSkill, List<Stated>> changed = new HashMap<>();
        List<Logged> fresh = new ArrayList<>(observations.size());
        for (Logged logged : observations) {
            List<Stated> history = before.computeIfAbsent(logged.about(), _ -> new ArrayList<>());
            // the delivery takes duplicates out as long as it remembers them; the log remembers for ever
            if (history.stream()
                    .noneMatch(known -> known.observation()
                            .eventId()
                            .equals(logged.observation().eventId()))) {
                history.add(new Stated(logged.frameworkVersion(), logged.observation()));
                fresh.add(logged);
                changed.put(logged.about(), history);
            }
        }
        log.append(fresh);
        listener.observed(changed);
    }

    private static boolean isWhole(EventBatch batch, Read<ObservationsRecorded> read) {
        Optional<String> refused =
                Scope.refuseHead(read.event().key(), read.event().type(), read.body());
        refused.ifPresent(reason -> batch.reject(read.event(), reason));
        return refused.isEmpty();
    }

    private boolean isAcceptable(EventBatch batch, Read<ObservationsRecorded> read, Collection<UUID> known) {
        ObservationsRecorded body = read.body();
        if (!known.contains(body.engineer())) {
            batch.defer(read.event(), "engineer:" + body.engineer());
            return false;
        }
        Optional<Scope> scope = scope(body.framework(), body.frameworkVersion());
        if (scope.isEmpty()) {
            batch.defer(read.event(), "framework:" + body.framework() + ":" + body.frameworkVersion());
            return false;
        }
        Optional<String> refused = scope.get().refuse(body);
        refused.ifPresent(reason -> batch.reject(read.event(), reason));
        return refused.isEmpty();
    }

    private Optional<Scope> scope(String framework, int version) {
        Version key = new Version(framework, version);
        Scope cached = scopes.get(key);
        if (cached != null) {
            return Optional.of(cached);
        }
        Optional<Scope> found = frameworks.find(framework, version).map(Scope::of);
        found.ifPresent(scope -> scopes.put(key, scope));
        return found;
    }

    private static List<Logged> observations(Read<ObservationsRecorded> read) {
        ObservationsRecorded body = read.body();
        String eventId = read.event().id().toLowerCase(Locale.ROOT);
        return body.ratings().stream()
                .map(rating -> new Logged(
                        new PersonSkill(body.engineer(), body.framework(), rating.skill()),
                        body.frameworkVersion(),
                        body.origin(),
                        new Observation(
                                body.kind(),
                                body.source(),
                                rating.value(),
                                body.observedOn(),
                                body.recordedAt().truncatedTo(ChronoUnit.MICROS),
                                rating.quality(),
                                body.revision(),
                                eventId,
                                rating.retracted(),
                                rating.validUntil())))
                .toList();
    }

    private record Version(String framework, int version) {}
}
