package dev.skillladder.assessment.impact;

import dev.skillladder.assessment.request.Page;
import dev.skillladder.contract.Text;
import dev.skillladder.engine.declarative.RuleLine.Part;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages through the people whose level a draft would change, in id order. */
@Component
class AffectedPeople {

    private final JdbcClient jdbc;

    AffectedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One person under the draft.
     *
     * @param before verified level now, null for none; {@code after} under the draft
     */
    record AffectedPerson(
            UUID engineer,
            @Nullable Text name,
            @Nullable UUID team,
            String role,
            Change change,
            @Nullable String before,
            @Nullable String after,
            Cause cause) {}

    /** Which of them; null for all. */
    record Filter(
            @Nullable Change change,
            @Nullable UUID team,
            @Nullable String role) {}

    Page<AffectedPerson> page(UUID run, Filter filter, @Nullable UUID after, int limit) {
        List<AffectedPerson> found = jdbc.sql("""
                        select person.engineer, name_zh, name_en, team, role, change, level_before, level_after, cause,
                               cause_level, cause_skill, cause_part, cause_of, cause_track
                        from impact_person person left join known_engineer known using (engineer)
                        where run = :run and (:after::uuid is null or person.engineer > :after::uuid)
                          and (:change::text is null or change = :change)
                          and (:team::uuid is null or team = :team::uuid)
                          and (:role::text is null or role = :role)
                        order by person.engineer
                        limit :limit
                        """)
                .param("run", run)
                .param("after", after)
                .param(
                        "change",
                        filter.change() == null ? null : filter.change().name())
                .param("team", filter.team())
                .param("role", filter.role())
                .param("limit", limit + 1)
                .query((row, _) -> person(row))
                .list();
        List<AffectedPerson> page = found.stream().limit(limit).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().engineer().toString() : null);
    }

    private static AffectedPerson person(ResultSet row) throws SQLException {
        String zh = row.getString("name_zh");
        String en = row.getString("name_en");
        return new AffectedPerson(
                row.getObject("engineer", UUID.class),
                zh == null || en == null ? null : new Text(zh, en),
                row.getObject("team", UUID.class),
                row.getString("role"),
                Change.valueOf(row.getString("change")),
                row.getString("level_before"),
                row.getString("level_after"),
                cause(row));
    }

    static Cause cause(ResultSet row) throws SQLException {
        String part = row.getString("cause_part");
        return new Cause(
                Cause.What.valueOf(row.getString("cause")),
                row.getString("cause_level"),
                row.getString("cause_skill"),
                part == null
                        ? null
                        : new Cause.Line(Part.valueOf(part), row.getString("cause_of"), row.getString("cause_track")));
    }
}
