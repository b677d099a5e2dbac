package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.decision.Decision.Outcome;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import dev.skillladder.contract.assessment.LevelComputed.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code decision}: appended, never changed; its reasons are sealed with the engineer's key. */
@Component
class Decisions {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    Decisions(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void add(Decision decision) {
        jdbc.sql("""
                        insert into decision (id, engineer, framework, role, outcome, level, reason, state, verified, proposed,
                            override, decided_by, valid_from, recorded_at)
                        values (:id, :engineer, :framework, :role, :outcome, :level, :reason, :state, :verified, :proposed,
                            :override, :decidedBy, :validFrom, :recordedAt::timestamptz)
                        """)
                .param("id", decision.id())
                .param("engineer", decision.engineer())
                .param("framework", decision.framework())
                .param("role", decision.role())
                .param("outcome", decision.outcome().name())
                .param("level", decision.level())
                .param("reason", keys.toSeal(decision.engineer()).seal(decision.reason()))
                .param(
                        "state",
                        decision.state() == null ? null : decision.state().name())
                .param("verified", decision.verified())
                .param("proposed", decision.proposed())
                .param("override", decision.override())
                .param("decidedBy", decision.decidedBy())
                .param("validFrom", decision.validFrom())
                .param("recordedAt", decision.recordedAt().toString())
                .update();
    }

    /** Newest first. */
    List<Decision> page(UUID engineer, Cursor after, int most) {
        SubjectKey key = keys.toOpen(engineer);
        return jdbc.sql("""
                        select id, engineer, framework, role, outcome, level, reason, state, verified, proposed, override,
                               decided_by, valid_from, recorded_at
                        from decision
                        where engineer = :engineer and (recorded_at, id) < (:at::timestamptz, :id::uuid)
                        order by recorded_at desc, id desc
                        limit :most
                        """)
                .param("engineer", engineer)
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("most", most)
                .query((row, _) -> decision(row, key))
                .list();
    }

    private static Decision decision(ResultSet row, SubjectKey key) throws SQLException {
        String state = row.getString("state");
        return new Decision(
                row.getObject("id", UUID.class),
                row.getObject("engineer", UUID.class),
                row.getString("framework"),
                row.getString("role"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("level"),
                key.open(row.getString("reason")),
                state == null ? null : State.valueOf(state),
                row.getString("verified"),
                row.getString("proposed"),
                row.getBoolean("override"),
                row.getObject("decided_by", UUID.class),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
