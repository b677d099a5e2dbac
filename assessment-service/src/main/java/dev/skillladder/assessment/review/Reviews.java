package dev.skillladder.assessment.review;

import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import dev.skillladder.contract.assessment.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of reviews and their ratings. Whoever writes holds the lock on the subject's row. */
@Component
class Reviews {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    Reviews(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * Stores a new review with its ratings in one statement.
     *
     * @return its revision
     */
    long add(Review review, CheckedReview content) {
        List<Review.Rating> ratings = review.ratings();
        return jdbc.sql("""
                        with added as (
                            insert into review (id, subject, kind, rater, on_behalf_of, cycle, framework,
                                                framework_version, observed_on, submitted_at, recorded_at, revision,
                                                state)
                            select :id, :subject, :kind, :rater, :onBehalfOf::uuid, :cycle::uuid, :framework, :version,
                                   :day, :now::timestamptz, :now::timestamptz, coalesce(max(revision), 0) + 1,
                                   'SUBMITTED'
                            from review
                            where subject = :subject and kind = :kind and rater = :rater and observed_on = :day
                            returning revision
                        ), rated as (
                            insert into review_rating (review, position, skill, answer, value, quality, worked_little,
                                                       comment, evidence)
                            select :id, position, skill, answer, value, quality, worked_little, comment, evidence::uuid[]
                            from unnest(:skills::text[], :answers::text[], :values::float8[], :qualities::float8[],
                                        :workedLittle::boolean[], :comments::text[], :evidence::text[]) with ordinality
                                as given (skill, answer, value, quality, worked_little, comment, evidence, position)
                        )
                        select revision from added
                        """)
                .param("id", review.id())
                .param("subject", review.subject())
                .param("kind", review.kind().name())
                .param("rater", review.rater())
                .param("onBehalfOf", text(review.onBehalfOf()))
                .param("cycle", text(review.cycle()))
                .param("framework", review.framework())
                .param("version", review.frameworkVersion())
                .param("day", review.observedOn())
                .param("now", review.recordedAt().toString())
                .param("skills", texts(ratings, Review.Rating::skill))
                .param("answers", texts(ratings, Review.Rating::answer))
                .param("values", texts(ratings, Review.Rating::value))
                .param("qualities", texts(ratings, content::quality))
                .param("workedLittle", texts(ratings, Review.Rating::workedLittle))
                .param("comments", sealedComments(review))
                .param("evidence", texts(ratings, Reviews::evidence))
                .query(Long.class)
                .single();
    }

    /** Replaces what a review says. */
    void replace(Review review, CheckedReview content) {
        List<Review.Rating> ratings = review.ratings();
        update(review);
        jdbc.sql("delete from review_rating where review = :id")
                .param("id", review.id())
                .update();
        jdbc.sql("""
                        insert into review_rating (review, position, skill, answer, value, quality, worked_little,
                                                   comment, evidence)
                        select :id, position, skill, answer, value, quality, worked_little, comment, evidence::uuid[]
                        from unnest(:skills::text[], :answers::text[], :values::float8[], :qualities::float8[],
                                    :workedLittle::boolean[], :comments::text[], :evidence::text[]) with ordinality
                            as given (skill, answer, value, quality, worked_little, comment, evidence, position)
                        """)
                .param("id", review.id())
                .param("skills", texts(ratings, Review.Rating::skill))
                .param("answers", texts(ratings, Review.Rating::answer))
                .param("values", texts(ratings, Review.Rating::value))
                .param("qualities", texts(ratings, content::quality))
                .param("workedLittle", texts(ratings, Review.Rating::workedLittle))
                .param("comments", sealedComments(review))
                .param("evidence", texts(ratings, Reviews::evidence))
                .update();
    }

    /** Replaces everything of a review but its ratings. */
    void update(Review review) {
        int updated = jdbc.sql("""
                        update review
                        set framework_version = :version, observed_on = :day, recorded_at = :now::timestamptz,
                            revision = :revision, state = :state
                        where id = :id and revision < :revision
                        """)
                .param("id", review.id())
                .param("version", review.frameworkVersion())
                .param("day", review.observedOn())
                .param("now", review.recordedAt().toString())
                .param("revision", review.revision())
                .param("state", review.state().name())
                .update();
        if (updated != 1) {
            throw new IllegalStateException(
                    "review %s is not older than revision %d".formatted(review.id(), review.revision()));
        }
    }

    /** One more than anything this rater said about the subject on either day. */
    long nextRevision(Review review, LocalDate otherDay) {
        return jdbc.sql("""
                        select max(revision) + 1 from review
                        where subject = :subject and kind = :kind and rater = :rater
                          and observed_on in (:day, :otherDay)
                        """)
                .param("subject", review.subject())
                .param("kind", review.kind().name())
                .param("rater", review.rater())
                .param("day", review.observedOn())
                .param("otherDay", otherDay)
                .query(Long.class)
                .single();
    }

    /** What the same rater's other reviews of the same subject, day and framework still say, the last word per skill. */
    Map<String, Said> otherwiseSaid(Review review) {
        return jdbc
                .sql("""
                        select distinct on (rating.skill) rating.skill, rating.value, rating.quality, review.framework_version
                        from review join review_rating rating on rating.review = review.id
                        where review.subject = :subject and review.kind = :kind and review.rater = :rater
                          and review.observed_on = :day and review.framework = :framework
                          and review.state = 'SUBMITTED' and review.id <> :id and rating.answer = 'VALUE'
                        order by rating.skill, review.revision desc
                        """)
                .param("id", review.id())
                .param("subject", review.subject())
                .param("kind", review.kind().name())
                .param("rater", review.rater())
                .param("framework", review.framework())
                .param("day", review.observedOn())
                .query((row, _) -> new Said(
                        row.getString("skill"),
                        row.getDouble("value"),
                        row.getDouble("quality"),
                        row.getInt("framework_version"),
                        false))
                .list()
                .stream()
                .collect(Collectors.toMap(Said::skill, said -> said));
    }

    /** What a review itself says. */
    List<Said> said(Review review) {
        return jdbc.sql("""
                        select skill, value, quality from review_rating
                        where review = :id and answer = 'VALUE' order by position
                        """)
                .param("id", review.id())
                .query((row, _) -> new Said(
                        row.getString("skill"),
                        row.getDouble("value"),
                        row.getDouble("quality"),
                        review.frameworkVersion(),
                        true))
                .list();
    }

    Optional<Review> find(UUID id) {
        return withRatings(jdbc.sql("""
                                select id, subject, kind, rater, on_behalf_of, cycle, framework, framework_version,
                                       observed_on, submitted_at, recorded_at, revision, state
                                from review where id = :id
                                """)
                        .param("id", id)
                        .query((row, _) -> review(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Completes reviews with their ratings, in one statement for all of them. */
    List<Review> withRatings(List<Review> reviews) {
        Map<UUID, List<Rated>> ratings = jdbc
                .sql("""
                        select review, skill, answer, value, comment, worked_little, evidence from review_rating
                        where review = any (:reviews::uuid[]) order by review, position
                        """)
                .param("reviews", texts(reviews, Review::id))
                .query((row, _) -> new Rated(
                        row.getObject("review", UUID.class),
                        new Review.Rating(
                                row.getString("skill"),
                                Answer.valueOf(row.getString("answer")),
                                row.getObject("value", Double.class),
                                row.getString("comment"),
                                row.getBoolean("worked_little"),
                                List.of((UUID[]) row.getArray("evidence").getArray()))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Rated::review));
        Map<UUID, SubjectKey> keyOf =
                keys.toOpen(reviews.stream().map(Review::subject).toList());
        return reviews.stream()
                .map(review -> review.with(ratings.getOrDefault(review.id(), List.of()).stream()
                        .map(rated -> rated.rating().opened(Objects.requireNonNull(keyOf.get(review.subject()))))
                        .toList()))
                .toList();
    }

    /** Most reviews have no comment and need no key. */
    private @Nullable String[] sealedComments(Review review) {
        if (review.ratings().stream().allMatch(rating -> rating.comment() == null)) {
            return texts(review.ratings(), Review.Rating::comment);
        }
        SubjectKey key = keys.toSeal(review.subject());
        return texts(review.ratings(), rating -> key.sealIfAny(rating.comment()));
    }

    /** A row of {@code review}, without ratings. */
    static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getObject("id", UUID.class),
                row.getObject("subject", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("rater", UUID.class),
                row.getObject("on_behalf_of", UUID.class),
                row.getObject("cycle", UUID.class),
                row.getString("framework"),
                row.getInt("framework_version"),
                row.getObject("observed_on", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getLong("revision"),
                Review.State.valueOf(row.getString("state")),
                List.of());
    }

    /** An array's text, since an array of arrays would have to be a rectangle. */
    private static String evidence(Review.Rating rating) {
        return rating.evidence().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** Arrays go to PostgreSQL as texts and are cast there; a null stays a null. */
    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, ? extends @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(cell -> cell == null ? null : cell.toString())
                .toArray(String[]::new);
    }

    private record Rated(UUID review, Review.Rating rating) {}
}
