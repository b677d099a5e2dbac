package dev.skillladder.catalog.impact;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.FrameworkUsed;
import dev.skillladder.contract.assessment.ImpactReported;
import dev.skillladder.delivery.EventBatch;
import dev.skillladder.delivery.EventHandler;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes in how far runs are and which frameworks are in use. */
@Component
class TakeInImpact implements EventHandler {

    private static final Set<String> TYPES = Set.of(ImpactReported.TYPE, FrameworkUsed.TYPE);

    private final ImpactRuns runs;
    private final FrameworksInUse inUse;

    TakeInImpact(ImpactRuns runs, FrameworksInUse inUse) {
        this.runs = runs;
        this.inUse = inUse;
    }

    @Override
    public String topic() {
        return Topics.IMPACT;
    }

    @Override
    public void handle(EventBatch batch) {
        batch.read(FrameworkUsed.TYPE, FrameworkUsed.class)
                .forEach(read -> inUse.add(read.body().framework()));
        batch.read(ImpactReported.TYPE, ImpactReported.class).forEach(read -> {
            if (!runs.report(read.body())) {
                batch.reject(read.event(), "run " + read.body().run() + " was never asked for here");
            }
        });
        batch.events().stream()
                .filter(event -> !TYPES.contains(event.type()))
                .forEach(event -> batch.reject(event, "type " + event.type() + " is none of " + TYPES));
    }
}
