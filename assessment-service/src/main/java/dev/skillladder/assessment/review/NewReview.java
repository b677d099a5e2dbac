package dev.skillladder.assessment.review;

import dev.skillladder.assessment.rating.GivenRatings;
import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review as it is sent.
 *
 * @param frameworkVersion version whose scale the rater saw, the newest by default
 * @param observedOn UTC day the ratings speak of, today by default
 */
public record NewReview(
        @Nullable UUID subject,
        @Nullable Kind kind,
        @Nullable String framework,
        @Nullable Integer frameworkVersion,
        @Nullable LocalDate observedOn,
        @Nullable List<@Nullable NewRating> ratings) {

    NewReview under(int version) {
        return new NewReview(subject, kind, framework, version, observedOn, ratings);
    }

    /**
     * One rating as it is sent.
     *
     * @param answer {@code VALUE} by default
     * @param value only with {@code VALUE}
     * @param evidence the subject's items that show it; peers, who do not see them, have none
     * @param workedLittle a peer worked little with the person, so the rating weighs less
     */
    public record NewRating(
            @Nullable String skill,
            @Nullable Answer answer,
            @Nullable Double value,
            @Nullable String comment,
            @Nullable Boolean workedLittle,
            @Nullable List<@Nullable UUID> evidence)
            implements GivenRatings.Given {

        @Override
        public boolean needsValue() {
            return answer == null || answer == Answer.VALUE;
        }
    }
}
