package dev.skillladder.profile.engineer;

import dev.skillladder.contract.profile.EngineerChanged.LineKind;
import dev.skillladder.contract.profile.EngineerChanged.ReportingLine;
import dev.skillladder.contract.profile.EngineerChanged.RoleAssignment;
import dev.skillladder.contract.profile.EngineerChanged.TeamMembership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything stated about one engineer, in the order in which it was recorded. */
@Component
class Statements {

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    WholeEngineer with(Engineer core) {
        return WholeEngineer.of(core, roles(core.id()), lines(core.id()), teams(core.id()));
    }

    private List<RoleAssignment> roles(UUID engineer) {
        return jdbc.sql("""
                        select framework, role, from_day, to_day, recorded_at
                          from role_assignment
                         where engineer = :engineer
                         order by seq
                        """)
                .param("engineer", engineer)
                .query((row, _) -> new RoleAssignment(
                        row.getString("framework"), row.getString("role"), from(row), to(row), recordedAt(row)))
                .list();
    }

    private List<ReportingLine> lines(UUID engineer) {
        return jdbc.sql("""
                        select manager, kind, from_day, to_day, recorded_at
                          from reporting_line
                         where engineer = :engineer
                         order by seq
                        """)
                .param("engineer", engineer)
                .query((row, _) -> new ReportingLine(
                        row.getObject("manager", UUID.class),
                        LineKind.valueOf(row.getString("kind")),
                        from(row),
                        to(row),
                        recordedAt(row)))
                .list();
    }

    private List<TeamMembership> teams(UUID engineer) {
        return jdbc.sql("""
                        select team, from_day, to_day, recorded_at
                          from team_membership
                         where engineer = :engineer
                         order by seq
                        """)
                .param("engineer", engineer)
                .query((row, _) ->
                        new TeamMembership(row.getObject("team", UUID.class), from(row), to(row), recordedAt(row)))
                .list();
    }

    private static LocalDate from(ResultSet row) throws SQLException {
        return row.getObject("from_day", LocalDate.class);
    }

    private static @Nullable LocalDate to(ResultSet row) throws SQLException {
        return row.getObject("to_day", LocalDate.class);
    }

    private static Instant recordedAt(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }
}
