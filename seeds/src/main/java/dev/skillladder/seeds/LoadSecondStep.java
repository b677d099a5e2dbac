package dev.skillladder.seeds;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Corrects and adds what was said later about earlier days. A review that somebody changed since is left alone. */
final class LoadSecondStep {

    private final Api api;
    private final LoadHistory load;
    private final DemoOrganisation organisation;
    private final DemoHistory history;

    LoadSecondStep(Api api, LoadHistory load, DemoOrganisation organisation, DemoHistory history) {
        this.api = api;
        this.load = load;
        this.organisation = organisation;
        this.history = history;
    }

    void load(DemoSecondStep step) {
        step.corrections().forEach(this::correct);
        step.late().stream()
                .map(DemoSecondStep.Late::review)
                .forEach(review -> load.submit(organisation.person(review.subject()), List.of(review)));
    }

    private void correct(DemoSecondStep.Correction correction) {
        DemoPerson subject = organisation.person(correction.review().subject());
        DemoReview planned = history.reviews(subject).stream()
                .filter(correction::concerns)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no review for the correction of " + subject.user()));
        for (JsonNode stored : load.items("/api/assessments/reviews?limit=200&subject=" + subject.id())) {
            if (isPlanned(stored, planned)) {
                replace(stored.path("id").asString(""), subject, planned, correction);
            }
        }
    }

    private static boolean isPlanned(JsonNode stored, DemoReview planned) {
        return stored.path("kind").asString("").equals(planned.kind().name())
                && stored.path("observedOn")
                        .asString("")
                        .equals(planned.observedOn().toString())
                && values(stored).equals(values(planned.ratings()));
    }

    private void replace(String id, DemoPerson subject, DemoReview planned, DemoSecondStep.Correction correction) {
        Map<String, Double> corrected = values(correction.ratings());
        List<DemoReview.Rating> ratings = planned.ratings().stream()
                .map(r -> new DemoReview.Rating(r.skill(), corrected.getOrDefault(r.skill(), r.value())))
                .toList();
        DemoReview after = new DemoReview(
                planned.key(), planned.rater(), planned.subject(), planned.kind(), planned.observedOn(), ratings);
        String path = "/api/assessments/reviews/" + id;
        String etag = api.get(planned.rater(), path).etag();
        Map<String, Object> body = LoadHistory.body(subject, after);
        body.put("reason", correction.reason());
        Api.accepted("PUT " + path, api.put(planned.rater(), path, body, etag));
    }

    private static Map<String, Double> values(JsonNode review) {
        return review.path("ratings")
                .valueStream()
                .collect(Collectors.toMap(
                        r -> r.path("skill").asString(""), r -> r.path("value").asDouble(0)));
    }

    private static Map<String, Double> values(List<DemoReview.Rating> ratings) {
        return ratings.stream().collect(Collectors.toMap(DemoReview.Rating::skill, DemoReview.Rating::value));
    }
}
