package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.knownframework.Rateable;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.EvidenceSubmitted;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.catalog.FrameworkPublished;
import dev.skillladder.delivery.Event;
import dev.skillladder.delivery.EventBatch;
import dev.skillladder.delivery.EventHandler;
import dev.skillladder.delivery.IncomingEvent;
import dev.skillladder.delivery.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes evidence of external systems in. Whatever a producer claims, the observation is of kind EVIDENCE, has the quality
 * of unverified evidence, comes from an item of that producer and was recorded when the broker appended the record.
 */
@Component
class TakeInEvidence implements EventHandler {

    private final KnownEngineers engineers;
    private final KnownFrameworks frameworks;
    private final Outbox outbox;

    TakeInEvidence(KnownEngineers engineers, KnownFrameworks frameworks, Outbox outbox) {
        this.engineers = engineers;
        this.frameworks = frameworks;
        this.outbox = outbox;
    }

    @Override
    public String topic() {
        return Topics.EVIDENCE;
    }

    @Override
    public void handle(EventBatch batch) {
        List<EventBatch.Read<EvidenceSubmitted>> sound = new ArrayList<>();
        batch.read(EvidenceSubmitted.class)
                .forEach(read -> Soundness.fault(read.event(), read.body())
                        .ifPresentOrElse(fault -> batch.reject(read.event(), fault), () -> sound.add(read)));
        Set<UUID> known = engineers.lock(
                sound.stream().map(read -> read.body().engineer()).collect(Collectors.toSet()));
        List<Event> events = new ArrayList<>();
        sound.forEach(read -> observations(batch, read, known).ifPresent(events::add));
        outbox.addAll(events);
    }

    private Optional<Event> observations(EventBatch batch, EventBatch.Read<EvidenceSubmitted> read, Set<UUID> known) {
        EvidenceSubmitted evidence = read.body();
        if (!known.contains(evidence.engineer())) {
            batch.defer(read.event(), "engineer:" + evidence.engineer());
            return Optional.empty();
        }
        Optional<Rateable> rateable = frameworks.rateable(evidence.framework(), evidence.frameworkVersion());
        if (rateable.isEmpty()) {
            batch.defer(
                    read.event(),
                    "framework:" + FrameworkPublished.key(evidence.framework(), evidence.frameworkVersion()));
            return Optional.empty();
        }
        Optional<String> fault = Soundness.fault(evidence, rateable.get());
        fault.ifPresent(reason -> batch.reject(read.event(), reason));
        return fault.isPresent() ? Optional.empty() : Optional.of(event(read.event(), evidence, rateable.get()));
    }

    private static Event event(IncomingEvent arrived, EvidenceSubmitted evidence, Rateable rateable) {
        double quality = rateable.parameters().unverifiedQuality();
        return new Event(
                Topics.OBSERVATIONS,
                evidence.engineer().toString(),
                ObservationsRecorded.TYPE,
                new ObservationsRecorded(
                        evidence.engineer(),
                        Kind.EVIDENCE,
                        arrived.source() + "#" + evidence.item(),
                        arrived.id(),
                        evidence.framework(),
                        evidence.frameworkVersion(),
                        evidence.observedOn(),
                        arrived.appendedAt(),
                        evidence.revision(),
                        evidence.ratings().stream()
                                .map(rating -> new ObservationsRecorded.Rating(
                                        rating.skill(),
                                        rating.value(),
                                        quality,
                                        evidence.validUntil(),
                                        rating.retracted()))
                                .toList()));
    }
}
