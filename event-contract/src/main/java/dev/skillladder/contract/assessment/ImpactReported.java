package dev.skillladder.contract.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far the run of a draft is and what it has found so far; numbers of people, nobody's name. Topic
 * {@code assessment.impact}, key {@code run}.
 *
 * @param total people who hold a role of the framework
 * @param done of them, how many were looked at; grows
 * @param rises would have a higher verified level
 * @param falls would have a lower one, because what is known says so
 * @param insufficient would lose their level for want of evidence: it stays possible
 * @param failure why the run ended with {@link State#FAILED}, else null
 */
public record ImpactReported(
        UUID run,
        State state,
        long total,
        long done,
        long rises,
        long falls,
        long insufficient,
        @Nullable String failure,
        Instant reportedAt) {

    public static final String TYPE = "dev.skillladder.assessment.impact-reported.v1";

    /** How far a run is. */
    public enum State {
        /** Asked for; nobody was looked at yet. */
        WAITING,
        /** Some people were looked at. */
        RUNNING,
        /** Everybody was. */
        DONE,
        /** A curator gave it up. */
        CANCELLED,
        /** The draft cannot be computed with. */
        FAILED
    }
}
