package dev.skillladder.seeds;

import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.List;

/**
 * A review that somebody submitted.
 *
 * @param key names this review for ever: the loader's {@code Idempotency-Key}
 */
record DemoReview(String key, String rater, String subject, Kind kind, LocalDate observedOn, List<Rating> ratings) {

    record Rating(String skill, double value) {}
}
