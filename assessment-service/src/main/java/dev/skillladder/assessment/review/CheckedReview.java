package dev.skillladder.assessment.review;

import dev.skillladder.assessment.rating.Frame;
import dev.skillladder.contract.assessment.Kind;
import java.util.List;
import java.util.UUID;

/** A review's content after every value was checked. */
record CheckedReview(UUID subject, Kind kind, Frame frame, List<Review.Rating> ratings) {

    /** q of a rating: less if a peer worked little with the person. */
    double quality(Review.Rating rating) {
        return rating.workedLittle() ? frame.rateable().parameters().workedLittleQuality() : 1;
    }
}
