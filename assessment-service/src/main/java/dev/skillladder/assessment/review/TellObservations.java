package dev.skillladder.assessment.review;

import dev.skillladder.assessment.review.ReviewRows.Worded;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.delivery.Event;
import dev.skillladder.delivery.Outbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Turns what a review says into events; comments stay behind. */
@Component
class TellObservations {

    private final Reviews reviews;
    private final Outbox outbox;

    TellObservations(Reviews reviews, Outbox outbox) {
        this.reviews = reviews;
        this.outbox = outbox;
    }

    /** A review says this from now on; answers without a value are no observations. */
    void tell(Review review, CheckedReview content) {
        tellAll(List.of(new Worded(review, content)));
    }

    void tellAll(List<Worded> all) {
        List<Event> events = new ArrayList<>();
        for (Worded worded : all) {
            List<ObservationsRecorded.Rating> ratings = values(worded);
            if (!ratings.isEmpty()) {
                events.add(event(worded.review(), worded.review().frameworkVersion(), ratings));
            }
        }
        outbox.addAll(events);
    }

    private static List<ObservationsRecorded.Rating> values(Worded worded) {
        List<ObservationsRecorded.Rating> ratings = new ArrayList<>();
        for (Review.Rating rating : worded.review().ratings()) {
            if (rating.value() != null) {
                double quality = worded.content().quality(rating);
                ratings.add(new ObservationsRecorded.Rating(rating.skill(), rating.value(), quality, null, false));
            }
        }
        return ratings;
    }

    /**
     * A review no longer says this about its day: what another review of the same rater says of that day counts again,
     * and the rest is retracted. Each rating goes out under the version it was made under, since a later one may lack the skill.
     *
     * @param before the review as it was, on the day it was about
     * @param now the review as it is, with the revision to tell
     */
    void takeBack(Review before, List<Said> skills, Review now) {
        Map<String, Said> others = reviews.otherwiseSaid(before);
        Map<Integer, List<ObservationsRecorded.Rating>> byVersion = skills.stream()
                .map(said -> others.getOrDefault(said.skill(), said))
                .collect(Collectors.groupingBy(
                        Said::frameworkVersion, TreeMap::new, Collectors.mapping(Said::rating, Collectors.toList())));
        Review then = now.about(before.observedOn());
        outbox.addAll(byVersion.entrySet().stream()
                .map(said -> event(then, said.getKey(), said.getValue()))
                .toList());
    }

    private static Event event(Review review, int version, List<ObservationsRecorded.Rating> ratings) {
        return new Event(
                Topics.OBSERVATIONS,
                review.subject().toString(),
                ObservationsRecorded.TYPE,
                new ObservationsRecorded(
                        review.subject(),
                        review.kind(),
                        String.valueOf(review.rater()),
                        review.id().toString(),
                        review.framework(),
                        version,
                        review.observedOn(),
                        review.recordedAt(),
                        review.revision(),
                        ratings));
    }
}
