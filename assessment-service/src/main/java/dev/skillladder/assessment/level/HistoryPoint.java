package dev.skillladder.assessment.level;

import dev.skillladder.contract.assessment.LevelComputed;
import dev.skillladder.engine.LevelResult;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where a person stood from this UTC day until the next point. */
record HistoryPoint(
        LocalDate day,
        String framework,
        int frameworkVersion,
        String role,
        @Nullable String verified,
        @Nullable String possible,
        @Nullable String confirmed,
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
                result.state(),
                result.pLow(),
                result.pHigh());
    }

    boolean saysTheSameAs(HistoryPoint other) {
        return new HistoryPoint(
                        other.day, framework, frameworkVersion, role, verified, possible, confirmed, state, pLow, pHigh)
                .equals(other);
    }
}
