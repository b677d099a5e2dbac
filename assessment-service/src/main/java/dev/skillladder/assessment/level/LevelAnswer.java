package dev.skillladder.assessment.level;

import dev.skillladder.contract.assessment.LevelComputed;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET …/level} answers.
 *
 * @param override a person confirmed another level than was verified then
 */
record LevelAnswer(
        UUID engineer,
        String framework,
        int frameworkVersion,
        String role,
        LocalDate asOf,
        @Nullable Instant knownAt,
        @Nullable String verified,
        @Nullable String possible,
        @Nullable String confirmed,
        boolean override,
        LevelComputed.State state,
        @Nullable Double pLow,
        @Nullable Double pHigh,
        List<Rung> levels,
        @Nullable LocalDate changesOn,
        Instant computedAt) {

    /** One level of the ladder, lowest first. */
    record Rung(String level, boolean verified, boolean possible, double pLow, double pHigh) {

        static Rung of(LevelOutcome level) {
            return new Rung(level.level(), level.verified(), level.possible(), level.pLow(), level.pHigh());
        }
    }

    static LevelAnswer of(PersonAt person) {
        LevelResult result = person.result();
        return new LevelAnswer(
                person.engineer(),
                person.framework(),
                person.version(),
                person.role(),
                person.asOf(),
                person.knownAt(),
                result.verified(),
                result.possible(),
                result.confirmed(),
                person.isOverride(),
                result.state(),
                result.pLow(),
                result.pHigh(),
                result.levels().stream().map(Rung::of).toList(),
                result.changesOn(),
                person.computedAt());
    }
}
