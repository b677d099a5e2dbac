package dev.skillladder.assessment.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From observations of one skill of one person to an estimate. */
public final class Estimator {

    private Estimator() {}

    /** Null if nothing counts on that day. Order and repetition of the observations do not matter. */
    public static @Nullable Estimate estimate(
            Rules rules, String skill, List<Observation> observations, LocalDate asOf, @Nullable Instant knownAt) {
        if (observations.isEmpty()) {
            return null;
        }
        throw new UnsupportedOperationException("in work");
    }

    /** Every observation known then with what became of it; the active ones carry weight and share. */
    public static List<Voice> voices(
            Rules rules, String skill, List<Observation> observations, LocalDate asOf, @Nullable Instant knownAt) {
        if (observations.isEmpty()) {
            return List.of();
        }
        throw new UnsupportedOperationException("in work");
    }
}
