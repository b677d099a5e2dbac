package dev.skillladder.assessment.review;

import java.time.Instant;
import java.util.UUID;

/** A peer was asked to review a person. */
record ReviewRequest(UUID id, UUID subject, UUID reviewer, UUID requestedBy, Instant requestedAt, State state) {

    /** Whether the peer may still answer. */
    enum State {
        /** The peer has not answered yet. */
        OPEN,
        /** The peer's review was submitted. */
        ANSWERED
    }
}
