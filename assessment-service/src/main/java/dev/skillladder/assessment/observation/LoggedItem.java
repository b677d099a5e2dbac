package dev.skillladder.assessment.observation;

import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One observation as people see it.
 *
 * @param countsFor the skills of the newest version that it counts for, if they are others; else null
 * @param source rater or item; null for a peer, who is never named
 * @param origin review or item; null for a peer
 * @param value null for a peer as long as fewer than three peers have rated the skill
 */
record LoggedItem(
        String framework,
        int frameworkVersion,
        String skill,
        Kind kind,
        @Nullable String source,
        @Nullable String origin,
        @Nullable Double value,
        double quality,
        LocalDate observedOn,
        Instant recordedAt,
        long revision,
        boolean retracted,
        @Nullable LocalDate validUntil,
        @Nullable Set<String> countsFor) {

    LoggedItem countingFor(Set<String> skills) {
        return new LoggedItem(
                framework,
                frameworkVersion,
                skill,
                kind,
                source,
                origin,
                value,
                quality,
                observedOn,
                recordedAt,
                revision,
                retracted,
                validUntil,
                skills);
    }
}
