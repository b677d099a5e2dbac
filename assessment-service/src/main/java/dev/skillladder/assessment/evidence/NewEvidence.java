package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.rating.GivenRatings;
import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evidence as it is sent.
 *
 * @param frameworkVersion version whose scale the values use, the newest by default
 * @param observedOn UTC day it was shown, today by default
 * @param validUntil last day it counts, for ever by default
 */
record NewEvidence(
        @Nullable UUID subject,
        @Nullable ActionKind kind,
        @Nullable String title,
        @Nullable String link,
        @Nullable String framework,
        @Nullable Integer frameworkVersion,
        @Nullable LocalDate observedOn,
        @Nullable LocalDate validUntil,
        @Nullable List<@Nullable NewRating> ratings) {

    /** A proficiency that the item demonstrates. */
    record NewRating(@Nullable String skill, @Nullable Double value) implements GivenRatings.Given {}
}
