package dev.skillladder.catalog.impact;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.ImpactReported;
import dev.skillladder.delivery.EventBatch;
import dev.skillladder.delivery.EventHandler;
import org.springframework.stereotype.Component;

/** Takes in how far runs are. */
@Component
class TakeInImpact implements EventHandler {

    private final ImpactRuns runs;

    TakeInImpact(ImpactRuns runs) {
        this.runs = runs;
    }

    @Override
    public String topic() {
        return Topics.IMPACT;
    }

    @Override
    public void handle(EventBatch batch) {
        batch.read(ImpactReported.TYPE, ImpactReported.class).forEach(read -> {
            if (!runs.report(read.body())) {
                batch.reject(read.event(), "run " + read.body().run() + " was never asked for here");
            }
        });
        batch.events().stream()
                .filter(event -> !event.type().equals(ImpactReported.TYPE))
                .forEach(event -> batch.reject(event, "type " + event.type() + " is not " + ImpactReported.TYPE));
    }
}
