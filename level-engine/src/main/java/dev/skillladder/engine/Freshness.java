package dev.skillladder.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a skill becomes UNKNOWN if nobody says anything more: by age, or because evidence in it expires. */
public final class Freshness {

    private Freshness() {}

    /**
     * The first such day, from the formula: between two expiries only age counts, and its day is known in closed form.
     *
     * @return {@code asOf} or earlier if it is UNKNOWN then; null if it was never known
     */
    public static @Nullable LocalDate unknownOn(
            Rules rules, String skill, List<Observation> observations, LocalDate asOf, @Nullable Instant knownAt) {
        var day = asOf;
        while (true) {
            var estimate = Estimator.estimate(rules, skill, observations, day, knownAt);
            if (estimate == null) {
                return day.equals(asOf) ? null : day;
            }
            var staleOn = Reading.of(rules, estimate, day).staleOn();
            if (staleOn == null) {
                return day.equals(asOf) ? null : day;
            }
            if (!staleOn.isAfter(day)) {
                // after an expiry less is left than was counted before: then the expiry is what made it UNKNOWN
                return day.equals(asOf) ? staleOn : day;
            }
            var expiresOn = estimate.expiresOn();
            if (expiresOn == null || !expiresOn.isBefore(staleOn)) {
                return staleOn;
            }
            day = expiresOn;
        }
    }
}
