package dev.skillladder.seeds;

import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/**
 * What was said later about earlier days, {@code demo/second-step.json}: after it, the day something was observed and
 * the moment it was recorded tell different stories.
 */
record DemoSecondStep(List<Correction> corrections, List<Late> late) {

    /** New values in a review of the first step; its other ratings stay. */
    record Correction(Which review, List<DemoReview.Rating> ratings, String reason) {

        boolean concerns(DemoReview other) {
            LocalDate first = DemoHistory.ROUNDS.get(review.round());
            return other.subject().equals(review.subject())
                    && other.kind() == review.kind()
                    && !other.observedOn().isBefore(first)
                    && other.observedOn().isBefore(first.plusDays(11));
        }
    }

    /** The one review of that kind (SELF or MANAGER) in a round. */
    record Which(String subject, Kind kind, int round) {}

    /** A review of an earlier day, handed in now. */
    record Late(String rater, String subject, Kind kind, LocalDate observedOn, List<DemoReview.Rating> ratings) {

        DemoReview review() {
            String key = String.join("_", "late", subject, rater, kind.name(), observedOn.toString());
            return new DemoReview(key, rater, subject, kind, observedOn, ratings);
        }
    }

    static DemoSecondStep read() {
        return SeedFiles.read("demo/second-step.json", new TypeReference<>() {});
    }
}
