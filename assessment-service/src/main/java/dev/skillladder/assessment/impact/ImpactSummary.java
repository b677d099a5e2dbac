package dev.skillladder.assessment.impact;

import dev.skillladder.contract.assessment.ImpactReported.State;
import java.time.Instant;
import java.util.UUID;

/** A run in a list. */
record ImpactSummary(
        UUID run,
        String framework,
        UUID draft,
        long draftRevision,
        int version,
        State state,
        long total,
        long done,
        long rises,
        long falls,
        long insufficient,
        Instant requestedAt) {

    static ImpactSummary of(ImpactRun run) {
        return new ImpactSummary(
                run.id(),
                run.framework(),
                run.draft(),
                run.draftRevision(),
                run.version(),
                run.state(),
                run.total(),
                run.done(),
                run.rises(),
                run.falls(),
                run.insufficient(),
                run.requestedAt());
    }
}
