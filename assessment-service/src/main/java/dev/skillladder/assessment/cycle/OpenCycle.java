package dev.skillladder.assessment.cycle;

import dev.skillladder.assessment.access.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** HR opens a cycle, or plans one for a later day. */
@Component
class OpenCycle {

    private final CheckCycle check;
    private final Cycles cycles;
    private final CycleChanges changes;
    private final FillCycle fill;
    private final Clock clock;

    OpenCycle(CheckCycle check, Cycles cycles, CycleChanges changes, FillCycle fill, Clock clock) {
        this.check = check;
        this.cycles = cycles;
        this.changes = changes;
        this.fill = fill;
        this.clock = clock;
    }

    @Transactional
    Cycle open(Caller caller, NewCycle given) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Cycle cycle = check.check(UUID.randomUUID(), given, caller.subject(), now);
        cycles.add(cycle);
        changes.add(cycle, CycleChange.What.CREATED, null, caller.subject(), now);
        fill.fill(cycle, now);
        return cycles.one(cycle.id());
    }
}
