package dev.skillladder.assessment.cycle;

import dev.skillladder.assessment.reviewrequest.CycleRequests;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends a cycle whose row is locked, by hand or because its last day has passed. */
@Component
class CloseCycle {

    private final Cycles cycles;
    private final CycleChanges changes;
    private final CycleParticipants participants;
    private final CycleRequests requests;

    CloseCycle(Cycles cycles, CycleChanges changes, CycleParticipants participants, CycleRequests requests) {
        this.cycles = cycles;
        this.changes = changes;
        this.participants = participants;
        this.requests = requests;
    }

    void close(Cycle cycle, @Nullable String reason, String by, Instant now) {
        cycles.replace(cycle.in(Cycle.State.CLOSED, now), cycle.revision());
        requests.missed(cycle.id(), now);
        participants.finish(cycle.id(), now);
        changes.add(cycle, CycleChange.What.CLOSED, reason, by, now);
    }
}
