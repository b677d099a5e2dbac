package dev.skillladder.assessment.review;

import dev.skillladder.assessment.knownframework.Rateable;
import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A review's content after every value was checked. */
record CheckedReview(
        UUID subject,
        Kind kind,
        String framework,
        int frameworkVersion,
        LocalDate observedOn,
        List<Review.Rating> ratings,
        Rateable rateable) {

    /** q of a rating: less if a peer worked little with the person. */
    double quality(Review.Rating rating) {
        return rating.workedLittle() ? rateable.parameters().workedLittleQuality() : 1;
    }
}
