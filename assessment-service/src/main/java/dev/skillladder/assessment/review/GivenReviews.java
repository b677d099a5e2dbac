package dev.skillladder.assessment.review;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The body of a submission: a review, or an array of them.
 *
 * @param array whether it is an array and so answers one
 */
@JsonDeserialize(using = GivenReviews.Reader.class)
record GivenReviews(boolean array, List<NewReview> reviews) {

    GivenReviews {
        reviews = List.copyOf(reviews);
    }

    static final class Reader extends ValueDeserializer<GivenReviews> {

        private static final NewReview NOTHING = new NewReview(null, null, null, null, null, null);

        @Override
        public GivenReviews deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return new GivenReviews(false, List.of(context.readValue(parser, NewReview.class)));
            }
            NewReview[] read = context.readValue(parser, NewReview[].class);
            return new GivenReviews(
                    true,
                    Arrays.stream(read)
                            .map(review ->
                                    Objects.requireNonNullElse(review, NOTHING)) // the check tells what is missing
                            .toList());
        }
    }
}
