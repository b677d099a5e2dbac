package dev.skillladder.catalog.draft;

import dev.skillladder.catalog.request.Preconditions;
import dev.skillladder.contract.catalog.FrameworkDocument.OutOfDate;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A draft after a small change, without its document.
 *
 * @param outOfDate texts that wait for somebody to look at them
 */
record DraftState(
        UUID id, String framework, long revision, Instant updatedAt, String updatedBy, List<OutOfDate> outOfDate) {

    static DraftState of(Draft draft, List<OutOfDate> outOfDate) {
        return new DraftState(
                draft.id(), draft.framework(), draft.revision(), draft.updatedAt(), draft.updatedBy(), outOfDate);
    }

    String etag() {
        return Preconditions.etag(revision);
    }
}
