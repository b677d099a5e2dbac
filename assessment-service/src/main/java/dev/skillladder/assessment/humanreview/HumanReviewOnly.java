package dev.skillladder.assessment.humanreview;

import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code human_review_statement}: appended, never changed. */
@Component
class HumanReviewOnly {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    HumanReviewOnly(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    HumanReviewStatement newest(UUID engineer) {
        SubjectKey key = keys.toOpen(engineer);
        return jdbc.sql("""
                        select human_only, own, reason, stated_by, recorded_at from human_review_statement
                        where engineer = :engineer
                        order by position desc
                        limit 1
                        """)
                .param("engineer", engineer)
                .query((row, _) -> new HumanReviewStatement(
                        engineer,
                        row.getBoolean("human_only"),
                        row.getBoolean("own"),
                        key.open(row.getString("reason")),
                        row.getString("stated_by"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(new HumanReviewStatement(engineer, false, null, null, null, null));
    }

    void add(HumanReviewStatement statement) {
        jdbc.sql("""
                        insert into human_review_statement (engineer, human_only, own, reason, stated_by, recorded_at)
                        values (:engineer, :humanOnly, :own, :reason, :statedBy, :recordedAt::timestamptz)
                        """)
                .param("engineer", statement.engineer())
                .param("humanOnly", statement.humanOnly())
                .param("own", statement.own())
                .param("reason", keys.toSeal(statement.engineer()).sealIfAny(statement.reason()))
                .param("statedBy", statement.statedBy())
                .param("recordedAt", String.valueOf(statement.recordedAt()))
                .update();
    }
}
