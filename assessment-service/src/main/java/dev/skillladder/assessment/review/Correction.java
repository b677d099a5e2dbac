package dev.skillladder.assessment.review;

import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a review shall say instead. What is left out stays as it is, but for the ratings.
 *
 * @param subject if given, the review's: it cannot be corrected; the same holds for kind and framework
 * @param reason why, kept with what the review said before
 */
record Correction(
        @Nullable UUID subject,
        @Nullable Kind kind,
        @Nullable String framework,
        @Nullable Integer frameworkVersion,
        @Nullable LocalDate observedOn,
        @Nullable List<NewReview.@Nullable NewRating> ratings,
        @Nullable String reason) {}
