package dev.skillladder.assessment.review;

import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes what reviews say, any number of them in one statement. The caller holds the lock on each subject's row. */
@Component
class ReviewRows {

    private static final String RATE = """
            insert into review_rating (review, position, skill, answer, value, quality, worked_little, comment, evidence)
            select review, position, skill, answer, value, quality, worked_little, comment, evidence::uuid[]
            from unnest(:ratedReviews::uuid[], :positions::int[], :skills::text[], :answers::text[], :values::float8[],
                        :qualities::float8[], :workedLittle::boolean[], :comments::text[], :evidence::text[])
                as given (review, position, skill, answer, value, quality, worked_little, comment, evidence)
            """;

    private static final String ADD = """
            with added as (
                insert into review (id, subject, kind, rater, on_behalf_of, cycle, framework, framework_version,
                                    observed_on, submitted_at, recorded_at, revision, state)
                select id, subject, kind, rater, on_behalf_of, cycle, framework, framework_version, observed_on,
                       recorded_at, recorded_at,
                       (select coalesce(max(revision), 0) + 1 from review earlier
                        where earlier.subject = given.subject and earlier.kind = given.kind
                          and earlier.rater = given.rater and earlier.observed_on = given.observed_on),
                       'SUBMITTED'
                from unnest(:ids::uuid[], :subjects::uuid[], :kinds::text[], :raters::uuid[], :onBehalfOf::uuid[],
                            :cycles::uuid[], :frameworks::text[], :versions::int[], :days::date[],
                            :recordedAt::timestamptz[])
                    as given (id, subject, kind, rater, on_behalf_of, cycle, framework, framework_version, observed_on,
                              recorded_at)
                returning id, revision
            ), rated as (
            """ + RATE + """
            )
            select id, revision from added
            """;

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    ReviewRows(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * Stores new reviews, no two by one rater of one kind about one person.
     *
     * @return the revision of each by its id
     */
    Map<UUID, Long> add(List<Worded> worded) {
        List<Review> reviews = worded.stream().map(Worded::review).toList();
        return rated(jdbc.sql(ADD), worded)
                .param("ids", texts(reviews, Review::id))
                .param("subjects", texts(reviews, Review::subject))
                .param("kinds", texts(reviews, Review::kind))
                .param("raters", texts(reviews, Review::rater))
                .param("onBehalfOf", texts(reviews, Review::onBehalfOf))
                .param("cycles", texts(reviews, Review::cycle))
                .param("frameworks", texts(reviews, Review::framework))
                .param("versions", texts(reviews, Review::frameworkVersion))
                .param("days", texts(reviews, Review::observedOn))
                .param("recordedAt", texts(reviews, Review::recordedAt))
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getLong("revision")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Replaces what a review says. */
    void replace(Worded worded) {
        jdbc.sql("delete from review_rating where review = :id")
                .param("id", worded.review().id())
                .update();
        rated(jdbc.sql(RATE), List.of(worded)).update();
    }

    private StatementSpec rated(StatementSpec statement, List<Worded> worded) {
        List<Row> rows = worded.stream().flatMap(ReviewRows::rows).toList();
        Map<UUID, SubjectKey> keyOf = keys.toSeal(rows.stream()
                .filter(row -> row.rating().comment() != null) // most reviews have none and need no key
                .map(row -> row.worded().review().subject())
                .collect(Collectors.toSet()));
        return statement
                .param("ratedReviews", texts(rows, row -> row.worded().review().id()))
                .param("positions", texts(rows, Row::position))
                .param("skills", texts(rows, row -> row.rating().skill()))
                .param("answers", texts(rows, row -> row.rating().answer()))
                .param("values", texts(rows, row -> row.rating().value()))
                .param("qualities", texts(rows, row -> row.worded().content().quality(row.rating())))
                .param("workedLittle", texts(rows, row -> row.rating().workedLittle()))
                .param("comments", texts(rows, row -> row.sealedComment(keyOf)))
                .param("evidence", texts(rows, row -> evidence(row.rating())));
    }

    private static Stream<Row> rows(Worded worded) {
        List<Review.Rating> ratings = worded.review().ratings();
        return IntStream.range(0, ratings.size()).mapToObj(i -> new Row(worded, i + 1, ratings.get(i)));
    }

    /** An array's text, since an array of arrays would have to be a rectangle. */
    private static String evidence(Review.Rating rating) {
        return rating.evidence().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** Arrays go to PostgreSQL as texts and are cast there; a null stays a null. */
    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, ? extends @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(cell -> cell == null ? null : cell.toString())
                .toArray(String[]::new);
    }

    /** A review with what was checked of it. */
    record Worded(Review review, CheckedReview content) {}

    private record Row(Worded worded, int position, Review.Rating rating) {

        @Nullable String sealedComment(Map<UUID, SubjectKey> keyOf) {
            return rating.comment() == null
                    ? null
                    : Objects.requireNonNull(keyOf.get(worded.review().subject()))
                            .sealIfAny(rating.comment());
        }
    }
}
