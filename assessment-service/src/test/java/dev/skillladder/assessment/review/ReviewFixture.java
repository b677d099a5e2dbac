package dev.skillladder.assessment.review;

import dev.skillladder.assessment.Person;
import dev.skillladder.contract.assessment.Kind;

/** Bodies of requests about reviews. */
final class ReviewFixture {

    private ReviewFixture() {}

    /** A good review, ratings as {@code java 4, kafka 3.5}. */
    static String review(Kind kind, Person subject, String ratings) {
        return review(kind, subject, "2026-11-01", ratings);
    }

    static String review(Kind kind, Person subject, String day, String ratings) {
        return """
                {"subject": "%s", "kind": "%s", "framework": "example", "observedOn": "%s", "ratings": %s}
                """.formatted(subject, kind, day, ratings(ratings));
    }

    /** The same as a correction, with a reason. */
    static String correction(Kind kind, Person subject, String day, String ratings) {
        return review(kind, subject, day, ratings).replaceFirst("\\{", "{\"reason\": \"I confused two people\", ");
    }

    static String ratings(String words) {
        StringBuilder json = new StringBuilder("[");
        for (String rating : words.split(", ", -1)) {
            String[] parts = rating.split(" ", -1);
            json.append(json.length() > 1 ? ", " : "")
                    .append("{\"skill\": \"%s\", \"value\": %s}".formatted(parts[0], parts[1]));
        }
        return json.append("]").toString();
    }
}
