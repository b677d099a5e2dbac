package dev.skillladder.assessment.programme;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody in a cohort; {@code mentor} looks after them. */
record Participant(UUID cohort, UUID engineer, @Nullable UUID mentor, State state, long revision, Instant admittedAt) {

    /** How it goes on. */
    enum State {
        /** Taking part. */
        ACTIVE,
        /** Went through it. */
        FINISHED,
        /** Ended before. */
        LEFT
    }
}
