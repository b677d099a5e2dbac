package dev.skillladder.assessment.cycle;

import dev.skillladder.contract.Text;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a cycle with what became of the reviews about them.
 *
 * @param self state of the self-review's request, null if none is asked for
 * @param manager state of the manager's
 * @param peersAsked how many peers were asked and did not decline
 */
record Participant(
        UUID engineer,
        @Nullable Text name,
        @Nullable UUID team,
        State state,
        Instant joinedAt,
        @Nullable Instant endedAt,
        @Nullable String self,
        @Nullable String manager,
        int peersAsked,
        int peersSubmitted) {

    /** Whether the person takes part. */
    enum State {
        /** Takes part. */
        ACTIVE,
        /** Left before the end; what was submitted stays. */
        LEFT,
        /** Took part until the cycle closed. */
        FINISHED
    }
}
