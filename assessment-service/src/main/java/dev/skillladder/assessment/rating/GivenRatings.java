package dev.skillladder.assessment.rating;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ratings as they are sent.
 *
 * @param frameworkVersion the newest by default
 * @param observedOn UTC day, today by default
 */
public record GivenRatings(
        @Nullable String framework,
        @Nullable Integer frameworkVersion,
        @Nullable LocalDate observedOn,
        @Nullable List<? extends @Nullable Given> ratings) {

    /** A rating as it is sent. */
    public interface Given {

        @Nullable String skill();

        @Nullable Double value();

        /** Whether it is a rating only with a value. */
        default boolean needsValue() {
            return true;
        }
    }
}
