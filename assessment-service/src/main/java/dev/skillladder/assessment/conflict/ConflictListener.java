package dev.skillladder.assessment.conflict;

import java.time.Instant;
import java.util.UUID;

/** Wants to know when a conflict of interest was declared; called in its transaction. */
public interface ConflictListener {

    void declared(UUID subject, UUID reviewer, Instant now);
}
