package dev.skillladder.assessment.reviewform;

import dev.skillladder.assessment.review.Answer;
import dev.skillladder.assessment.reviewdraft.DraftKey;
import dev.skillladder.assessment.reviewform.Form.LastAnswer;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rater said last, by skill. */
@Component
class LastAnswers {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    LastAnswers(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    Map<String, LastAnswer> of(DraftKey key, String framework) {
        Map<String, LastAnswer> last = new HashMap<>();
        SubjectKey subject = keys.toOpen(key.subject());
        jdbc.sql("""
                        select distinct on (rating.skill) rating.skill, review.id, rating.answer, rating.value,
                               rating.comment, review.observed_on, review.recorded_at
                        from review join review_rating rating on rating.review = review.id
                        where review.subject = :subject and review.kind = :kind and review.rater = :rater
                          and review.framework = :framework and review.state = 'SUBMITTED'
                        order by rating.skill, review.observed_on desc, review.revision desc
                        """)
                .param("subject", key.subject())
                .param("kind", key.kind().name())
                .param("rater", key.rater())
                .param("framework", framework)
                .query(row -> {
                    last.put(
                            row.getString("skill"),
                            new LastAnswer(
                                    row.getObject("id", UUID.class),
                                    Answer.valueOf(row.getString("answer")),
                                    row.getObject("value", Double.class),
                                    subject.openIfAny(row.getString("comment")),
                                    row.getObject("observed_on", LocalDate.class),
                                    row.getObject("recorded_at", OffsetDateTime.class)
                                            .toInstant()));
                });
        return last;
    }
}
