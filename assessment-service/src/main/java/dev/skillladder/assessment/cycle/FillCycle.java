package dev.skillladder.assessment.cycle;

import dev.skillladder.assessment.reviewrequest.CycleRequests;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Brings participants and what they are asked for in line with teams, roles and lines as they are now. */
@Component
class FillCycle {

    private final Cycles cycles;
    private final CycleParticipants participants;
    private final CycleRequests requests;

    FillCycle(Cycles cycles, CycleParticipants participants, CycleRequests requests) {
        this.cycles = cycles;
        this.participants = participants;
        this.requests = requests;
    }

    /** Does nothing to a cycle that does not run. */
    void fill(Cycle cycle, Instant now) {
        if (cycle.state() == Cycle.State.OPEN) {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            cycles.elsewhere(cycle.id(), participants.follow(cycle.id(), today, now));
            requests.follow(cycle.id(), today, now);
        }
    }
}
