package dev.skillladder.assessment.comparison;

import dev.skillladder.assessment.review.Answer;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What each rater said last about each skill of a person. */
@Component
class Voices {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    Voices(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** One rater's last word about one skill. */
    record Voice(
            String skill,
            Kind kind,
            UUID rater,
            UUID review,
            Answer answer,
            @Nullable Double value,
            @Nullable String comment,
            LocalDate observedOn,
            Instant recordedAt) {}

    /** @param cycle only what was said in it; null for everything */
    List<Voice> about(UUID engineer, String framework, @Nullable UUID cycle) {
        SubjectKey subject = keys.toOpen(engineer);
        return jdbc.sql("""
                        select distinct on (rating.skill, review.kind, review.rater) rating.skill, review.kind, review.rater,
                               review.id, rating.answer, rating.value, rating.comment, review.observed_on,
                               review.recorded_at
                        from review join review_rating rating on rating.review = review.id
                        where review.subject = :engineer and review.framework = :framework
                          and review.state = 'SUBMITTED'
                          and (:cycle::uuid is null or review.cycle = :cycle::uuid)
                        order by rating.skill, review.kind, review.rater, review.observed_on desc, review.revision desc
                        """)
                .param("engineer", engineer)
                .param("framework", framework)
                .param("cycle", cycle == null ? null : cycle.toString())
                .query((row, _) -> new Voice(
                        row.getString("skill"),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("rater", UUID.class),
                        row.getObject("id", UUID.class),
                        Answer.valueOf(row.getString("answer")),
                        row.getObject("value", Double.class),
                        subject.openIfAny(row.getString("comment")),
                        row.getObject("observed_on", LocalDate.class),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
