package dev.skillladder.assessment.review;

import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import dev.skillladder.contract.assessment.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
                .param(
                        "reviews",
                        reviews.stream().map(review -> review.id().toString()).toArray(String[]::new))
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

    private record Rated(UUID review, Review.Rating rating) {}
}
