package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.delivery.Event;
import dev.skillladder.delivery.Outbox;
import org.springframework.stereotype.Component;

/** Turns evidence into events; title, link and reason stay behind. */
@Component
class TellEvidence {

    private final KnownFrameworks frameworks;
    private final Outbox outbox;

    TellEvidence(KnownFrameworks frameworks, Outbox outbox) {
        this.frameworks = frameworks;
        this.outbox = outbox;
    }

    void tell(Evidence item) {
        outbox.add(new Event(
                Topics.OBSERVATIONS,
                item.subject().toString(),
                ObservationsRecorded.TYPE,
                new ObservationsRecorded(
                        item.subject(),
                        Kind.EVIDENCE,
                        item.id().toString(),
                        item.id().toString(),
                        item.framework(),
                        item.frameworkVersion(),
                        item.observedOn(),
                        item.recordedAt(),
                        item.revision(),
                        item.ratings().stream()
                                .map(rating -> rating(item, rating))
                                .toList())));
    }

    private ObservationsRecorded.Rating rating(Evidence item, Evidence.Rating rating) {
        return new ObservationsRecorded.Rating(
                rating.skill(),
                rating.value(),
                quality(item),
                item.validUntil(),
                item.state() == Evidence.State.WITHDRAWN);
    }

    /** q: full once a manager has verified it. */
    private double quality(Evidence item) {
        return item.verifiedBy() != null
                ? 1
                : frameworks
                        .document(item.framework(), item.frameworkVersion())
                        .parameters()
                        .unverifiedQuality();
    }
}
