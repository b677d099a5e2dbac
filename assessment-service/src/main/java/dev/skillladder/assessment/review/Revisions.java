package dev.skillladder.assessment.review;

import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.review.Revision.Before;
import dev.skillladder.assessment.review.Revision.Change;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The trace of corrections and withdrawals: who, when, why, and what was said before, sealed with the subject's key. */
@Component
class Revisions {

    private static final int LONGEST_REASON = 2_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SubjectKeys keys;

    Revisions(JdbcClient jdbc, JsonMapper json, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.json = json;
        this.keys = keys;
    }

    /** Refuses a change without a reason. */
    static String reason(@Nullable String given) {
        if (given == null || given.isBlank() || given.length() > LONGEST_REASON || given.indexOf('\0') >= 0) {
            throw new BadInput("/reason", "Say why, in 1 to %d characters.".formatted(LONGEST_REASON));
        }
        return given.strip();
    }

    /** Keeps what the review said before, in the transaction that changes it. */
    void keep(Review before, Review after, Change change, String reason) {
        SubjectKey key = keys.toSeal(after.subject());
        jdbc.sql("""
                        insert into review_revision (review, revision, change, changed_by, changed_at, reason,
                                                     before_revision, before_version, before_day, before_ratings)
                        values (:review, :revision, :change, :by, :at::timestamptz, :reason, :beforeRevision, :beforeVersion,
                                :beforeDay, :beforeRatings)
                        """)
                .param("review", after.id())
                .param("revision", after.revision())
                .param("change", change.name())
                .param("by", after.rater())
                .param("at", after.recordedAt().toString())
                .param("reason", key.seal(reason))
                .param("beforeRevision", before.revision())
                .param("beforeVersion", before.frameworkVersion())
                .param("beforeDay", before.observedOn())
                .param("beforeRatings", key.seal(json.writeValueAsString(before.ratings())))
                .update();
    }

    /** Newest first, those older than {@code after}. */
    List<Revision> of(Review review, long after, int most) {
        SubjectKey key = keys.toOpen(review.subject());
        return jdbc.sql("""
                        select revision, change, changed_by, changed_at, reason, before_revision, before_version, before_day,
                               before_ratings
                        from review_revision where review = :review and revision < :after
                        order by revision desc limit :most
                        """)
                .param("review", review.id())
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new Revision(
                        row.getLong("revision"),
                        Change.valueOf(row.getString("change")),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("changed_by", UUID.class),
                        key.open(row.getString("reason")),
                        new Before(
                                row.getLong("before_revision"),
                                row.getInt("before_version"),
                                row.getObject("before_day", LocalDate.class),
                                ratings(key, row.getString("before_ratings")))))
                .list();
    }

    /** Nothing once the subject was erased: the whole text was sealed. */
    private List<Review.Rating> ratings(SubjectKey key, String sealed) {
        return key.isDestroyed() ? List.of() : List.of(json.readValue(key.open(sealed), Review.Rating[].class));
    }
}
