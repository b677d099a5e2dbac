package dev.skillladder.assessment.recomputation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job's progress in people. */
record Recomputation(
        UUID id,
        String framework,
        int version,
        State state,
        long done,
        long total,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How far it is. */
    enum State {
        /** Stored; nobody was recomputed yet. */
        WAITING,
        /** Some people are recomputed. */
        RUNNING,
        /** Everybody is. */
        DONE;

        static State of(@Nullable Instant startedAt, @Nullable Instant finishedAt) {
            return finishedAt != null ? DONE : startedAt != null ? RUNNING : WAITING;
        }
    }
}
