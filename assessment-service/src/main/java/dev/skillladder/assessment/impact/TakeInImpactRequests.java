package dev.skillladder.assessment.impact;

import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.catalog.FrameworkPublished;
import dev.skillladder.contract.catalog.ImpactCancelled;
import dev.skillladder.contract.catalog.ImpactRequested;
import dev.skillladder.delivery.EventBatch;
import dev.skillladder.delivery.EventHandler;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes in what curators want to know, and what no longer. */
@Component
class TakeInImpactRequests implements EventHandler {

    private static final Set<String> TYPES = Set.of(ImpactRequested.TYPE, ImpactCancelled.TYPE);

    private final ImpactRuns runs;
    private final KnownFrameworks frameworks;

    TakeInImpactRequests(ImpactRuns runs, KnownFrameworks frameworks) {
        this.runs = runs;
        this.frameworks = frameworks;
    }

    @Override
    public String topic() {
        return Topics.IMPACT_REQUESTS;
    }

    /** Requests first: a run is only cancelled after it was asked for. */
    @Override
    public void handle(EventBatch batch) {
        batch.read(ImpactRequested.TYPE, ImpactRequested.class).forEach(read -> {
            ImpactRequested wanted = read.body();
            int before = wanted.version() - 1;
            if (before > 0 && frameworks.find(wanted.framework(), before).isEmpty()) {
                batch.defer(read.event(), "framework:" + FrameworkPublished.key(wanted.framework(), before));
            } else {
                runs.request(wanted);
            }
        });
        batch.read(ImpactCancelled.TYPE, ImpactCancelled.class)
                .forEach(read -> runs.cancel(read.body().run()));
        batch.events().stream()
                .filter(event -> !TYPES.contains(event.type()))
                .forEach(event -> batch.reject(event, "type " + event.type() + " is none of " + TYPES));
    }
}
