package dev.skillladder.assessment.level;

import dev.skillladder.contract.assessment.LevelComputed;
import dev.skillladder.engine.LevelResult;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stood from this UTC day until the next point.
 *
 * @param override a person confirmed another level than was verified then
 */
record HistoryPoint(
        LocalDate day,
        String framework,
        int frameworkVersion,
        String role,
        @Nullable String verified,
        @Nullable String possible,
        @Nullable String confirmed,
        boolean override,
        LevelComputed.State state,
        @Nullable Double pLow,
        @Nullable Double pHigh) {

    static HistoryPoint of(PersonAt person) {
        LevelResult result = person.result();
        return new HistoryPoint(
                person.asOf(),
                person.framework(),
                person.version(),
                person.role(),
                result.verified(),
                result.possible(),
                result.confirmed(),
                person.isOverride(),
                result.state(),
                result.pLow(),
                result.pHigh());
    }

    boolean saysTheSameAs(HistoryPoint other) {
        return new HistoryPoint(
                        other.day,
                        framework,
                        frameworkVersion,
                        role,
                        verified,
                        possible,
                        confirmed,
                        override,
                        state,
                        pLow,
                        pHigh)
                .equals(other);
    }
}
