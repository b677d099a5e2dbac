package dev.skillladder.assessment.impact;

import dev.skillladder.assessment.impact.ImpactAnswer.CauseCount;
import dev.skillladder.assessment.impact.ImpactAnswer.Counts;
import dev.skillladder.assessment.impact.ImpactAnswer.RoleCount;
import dev.skillladder.assessment.impact.ImpactAnswer.TeamCount;
import dev.skillladder.contract.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a run counted. */
@Component
class ImpactCounts {

    /** Most rule lines listed; a draft that turns more of them is another ladder. */
    private static final int MOST_CAUSES = 200;

    private final JdbcClient jdbc;

    ImpactCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By team, people without one last. */
    List<TeamCount> teams(UUID run) {
        return jdbc.sql("""
                        select team, name_zh, name_en, sum(rises) as rises, sum(falls) as falls,
                               sum(insufficient) as insufficient, sum(unchanged) as unchanged
                        from impact_count left join known_team using (team)
                        where run = :run group by team, name_zh, name_en order by name_en, team
                        """)
                .param("run", run)
                .query((row, _) -> new TeamCount(row.getObject("team", UUID.class), name(row), counts(row)))
                .list();
    }

    List<RoleCount> roles(UUID run) {
        return jdbc.sql("""
                        select role, sum(rises) as rises, sum(falls) as falls, sum(insufficient) as insufficient,
                               sum(unchanged) as unchanged
                        from impact_count where run = :run group by role order by role
                        """)
                .param("run", run)
                .query((row, _) -> new RoleCount(row.getString("role"), counts(row)))
                .list();
    }

    List<CauseCount> causes(UUID run, int fewestPeople) {
        return jdbc.sql("""
                        select cause, cause_level, cause_skill, cause_part, cause_of, cause_track,
                               count(*) filter (where change = 'RISE') as rises,
                               count(*) filter (where change = 'FALL') as falls,
                               count(*) filter (where change = 'INSUFFICIENT') as insufficient
                        from impact_person where run = :run
                        group by cause, cause_level, cause_skill, cause_part, cause_of, cause_track
                        having count(*) >= :fewest
                        order by count(*) desc, cause, cause_level, cause_skill, cause_part, cause_of, cause_track
                        limit :most
                        """)
                .param("run", run)
                .param("fewest", fewestPeople)
                .param("most", MOST_CAUSES)
                .query((row, _) -> count(AffectedPeople.cause(row), row))
                .list();
    }

    private static CauseCount count(Cause cause, ResultSet row) throws SQLException {
        return new CauseCount(
                cause.what(),
                cause.level(),
                cause.skill(),
                cause.line(),
                row.getLong("rises"),
                row.getLong("falls"),
                row.getLong("insufficient"));
    }

    private static @Nullable Text name(ResultSet row) throws SQLException {
        String zh = row.getString("name_zh");
        String en = row.getString("name_en");
        return zh == null || en == null ? null : new Text(zh, en);
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getLong("rises"), row.getLong("falls"), row.getLong("insufficient"), row.getLong("unchanged"));
    }
}
