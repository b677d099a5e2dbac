package dev.skillladder.profile.roleassignment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of role assignments. */
@Component
class RoleAssignments {

    private final JdbcClient jdbc;

    RoleAssignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this is what was last said about that start. */
    boolean isStated(UUID engineer, NewAssignment assignment) {
        return params("""
                        select coalesce((select framework = :framework and role = :role
                                                and to_day is not distinct from :to
                                           from role_assignment
                                          where engineer = :engineer and from_day = :from
                                          order by seq desc
                                          limit 1), false)
                        """, engineer, assignment).query(Boolean.class).single();
    }

    void append(UUID engineer, NewAssignment assignment, Instant now) {
        params("""
                        insert into role_assignment (engineer, framework, role, from_day, to_day, recorded_at)
                        values (:engineer, :framework, :role, :from, :to, :now)
                        """, engineer, assignment)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private StatementSpec params(String sql, UUID engineer, NewAssignment assignment) {
        return jdbc.sql(sql)
                .param("engineer", engineer)
                .param("framework", assignment.framework())
                .param("role", assignment.role())
                .param("from", assignment.from())
                .param("to", assignment.to());
    }
}
