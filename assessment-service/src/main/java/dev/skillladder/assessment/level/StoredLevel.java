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
 * A row of {@code engineer_level}.
 *
 * @param levelsPLow P_low of each level of the ladder, lowest first; {@code levelsPHigh} likewise
 * @param changesOn next day on which age, an expiry or a dated statement may change the row, null for never
 * @param verifiedSince when {@code verified} became what it is
 */
record StoredLevel(
        UUID engineer,
        String framework,
        int frameworkVersion,
        String role,
        LocalDate asOf,
        @Nullable String verified,
        @Nullable String possible,
        @Nullable String confirmed,
        LevelComputed.State state,
        @Nullable Double pLow,
        @Nullable Double pHigh,
        List<Double> levelsPLow,
        List<Double> levelsPHigh,
        @Nullable LocalDate changesOn,
        Instant verifiedSince,
        Instant computedAt) {

    /** Whether it says the same, whenever it was computed. */
    boolean saysTheSameAs(@Nullable StoredLevel other) {
        return other != null && withComputedAt(other.computedAt).equals(other);
    }

    /** Whether it proposes what it did not propose before. */
    boolean isProposedAfter(@Nullable StoredLevel before) {
        return state == LevelComputed.State.PROPOSE
                && (before == null
                        || before.state != LevelComputed.State.PROPOSE
                        || !before.verifiedSince.equals(verifiedSince));
    }

    StoredLevel withComputedAt(Instant time) {
        return new StoredLevel(
                engineer,
                framework,
                frameworkVersion,
                role,
                asOf,
                verified,
                possible,
                confirmed,
                state,
                pLow,
                pHigh,
                levelsPLow,
                levelsPHigh,
                changesOn,
                verifiedSince,
                time);
    }

    StoredLevel withResult(LevelResult result) {
        return new StoredLevel(
                engineer,
                framework,
                frameworkVersion,
                role,
                result.asOf(),
                result.verified(),
                result.possible(),
                result.confirmed(),
                result.state(),
                result.pLow(),
                result.pHigh(),
                result.levels().stream().map(LevelOutcome::pLow).toList(),
                result.levels().stream().map(LevelOutcome::pHigh).toList(),
                changesOn,
                verifiedSince,
                computedAt);
    }

    LevelComputed event() {
        return new LevelComputed(
                engineer,
                framework,
                frameworkVersion,
                role,
                asOf,
                verified,
                possible,
                confirmed,
                state,
                pLow,
                pHigh,
                computedAt);
    }
}
