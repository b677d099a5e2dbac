package dev.skillladder.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Hands events to their handler inside the caller's transaction and stores those that must wait. */
record Intake(EventHandler handler, PendingRows pending, JsonMapper json) {

    /**
     * Takes readable records in.
     *
     * @return those that the handler rejected, for the caller to bury
     */
    List<DeadLetters.Death> take(List<Arrival> arrivals, Instant now) {
        if (arrivals.isEmpty()) {
            return List.of();
        }
        CollectedBatch batch = new CollectedBatch(arrivals, json);
        handler.handle(batch);
        List<PendingRows.Waiting> waiting = batch.waiting();
        if (waiting.isEmpty()) {
            return batch.deaths();
        }
        // The fact may have been stored while the handler looked for it. From here on no release can commit before this
        // transaction does, and what was released before is visible now: so looking once more loses nothing.
        pending.holdReleases();
        CollectedBatch again = new CollectedBatch(
                waiting.stream().map(PendingRows.Waiting::arrival).toList(), json);
        handler.handle(again);
        pending.add(again.waiting(), now);
        List<DeadLetters.Death> deaths = new ArrayList<>(batch.deaths());
        deaths.addAll(again.deaths());
        return deaths;
    }
}
