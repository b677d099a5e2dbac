package dev.skillladder.assessment.review;

import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.review.Revision.Before;
import dev.skillladder.assessment.review.Revision.Change;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The trace of corrections and withdrawals: who, when, why, and what was said before. */
@Component
class Revisions {

    private static final int LONGEST_REASON = 2_000;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Revisions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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
                .param("reason", reason)
                .param("beforeRevision", before.revision())
                .param("beforeVersion", before.frameworkVersion())
                .param("beforeDay", before.observedOn())
                .param("beforeRatings", json.writeValueAsString(before.ratings()))
                .update();
    }

    /** Newest first, those older than {@code after}. */
    List<Revision> of(UUID review, long after, int most) {
        return jdbc.sql("""
                        select revision, change, changed_by, changed_at, reason, before_revision, before_version, before_day,
                               before_ratings
                        from review_revision where review = :review and revision < :after
                        order by revision desc limit :most
                        """)
                .param("review", review)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new Revision(
                        row.getLong("revision"),
                        Change.valueOf(row.getString("change")),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getObject("changed_by", UUID.class),
                        row.getString("reason"),
                        new Before(
                                row.getLong("before_revision"),
                                row.getInt("before_version"),
                                row.getObject("before_day", LocalDate.class),
                                List.of(json.readValue(row.getString("before_ratings"), Review.Rating[].class)))))
                .list();
    }
}
