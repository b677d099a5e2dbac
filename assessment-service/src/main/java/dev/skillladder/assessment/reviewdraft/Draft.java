package dev.skillladder.assessment.reviewdraft;

import dev.skillladder.assessment.review.Answer;
import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rater has not submitted yet.
 *
 * @param observedOn null for the day on which it will be submitted
 * @param revision grows with every save, and never begins anew
 * @param answered how many skills have an answer
 * @param ratings by skill
 */
public record Draft(
        UUID subject,
        Kind kind,
        String framework,
        int frameworkVersion,
        @Nullable LocalDate observedOn,
        long revision,
        Instant updatedAt,
        int answered,
        Map<String, Saved> ratings) {

    public Draft {
        ratings = Collections.unmodifiableMap(new LinkedHashMap<>(ratings)); // keeps the order
    }

    /** One skill as it was saved, whether or not it can be submitted so. */
    public record Saved(
            @Nullable Answer answer,
            @Nullable Double value,
            @Nullable String comment,
            boolean workedLittle,
            List<UUID> evidence,
            Instant savedAt) {

        public Saved {
            evidence = List.copyOf(evidence);
        }

        /** Whether both say the same, whenever it was said. */
        boolean saysTheSameAs(Saved other) {
            return equals(
                    new Saved(other.answer, other.value, other.comment, other.workedLittle, other.evidence, savedAt));
        }
    }
}
