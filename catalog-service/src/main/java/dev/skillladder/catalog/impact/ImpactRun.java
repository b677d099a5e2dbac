package dev.skillladder.catalog.impact;

import dev.skillladder.contract.assessment.ImpactReported.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a draft over everybody, as far as it was reported.
 *
 * @param version number the draft would get
 * @param total people who hold a role of the framework; {@code done} of them were looked at
 * @param insufficient would lose their level only for want of evidence
 * @param approvedBy the second curator, null if there is none yet
 */
record ImpactRun(
        UUID run,
        UUID draft,
        long draftRevision,
        int version,
        State state,
        long total,
        long done,
        long rises,
        long falls,
        long insufficient,
        @Nullable String failure,
        Instant requestedAt,
        String requestedBy,
        @Nullable Instant approvedAt,
        @Nullable String approvedBy) {

    boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** People whose level would change. */
    long changed() {
        return rises + falls + insufficient;
    }

    /** Exactly the share itself is not more. */
    boolean changesMoreThan(BigDecimal share) {
        return BigDecimal.valueOf(changed()).compareTo(share.multiply(BigDecimal.valueOf(total))) > 0;
    }
}
