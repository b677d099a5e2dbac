package dev.skillladder.assessment.calibration;

import dev.skillladder.assessment.calibration.Calibration.Case;
import dev.skillladder.assessment.request.Cursor;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of sessions, their participants and cases. */
@Component
class Calibrations {

    private final JdbcClient jdbc;

    Calibrations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Calibration session) {
        jdbc.sql("""
                        insert into calibration (id, name, framework, lead, opened_by, opened_at)
                        values (:id, :name, :framework, :lead, :openedBy, :openedAt::timestamptz)
                        """)
                .param("id", session.id())
                .param("name", session.name())
                .param("framework", session.framework())
                .param("lead", session.lead())
                .param("openedBy", session.openedBy())
                .param("openedAt", session.openedAt().toString())
                .update();
        jdbc.sql("""
                        insert into calibration_participant (calibration, engineer)
                        select :id, engineer from unnest(:participants::uuid[]) as named (engineer)
                        """)
                .param("id", session.id())
                .param("participants", session.participants().toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        insert into calibration_case (calibration, engineer, skill)
                        select :id, engineer, skill
                        from unnest(:engineers::uuid[], :skills::text[]) as named (engineer, skill)
                        """)
                .param("id", session.id())
                .param("engineers", session.cases().stream().map(Case::engineer).toArray(UUID[]::new))
                .param("skills", session.cases().stream().map(Case::skill).toArray(String[]::new))
                .update();
    }

    Optional<Calibration> find(UUID id) {
        return page(null, id, Cursor.START, 1).stream().findFirst();
    }

    /** Until the transaction ends nobody closes the session. */
    Optional<Calibration> held(UUID id) {
        jdbc.sql("select id from calibration where id = :id for share")
                .param("id", id)
                .query()
                .listOfRows();
        return find(id);
    }

    /** Closes it; false if somebody did already. */
    boolean close(UUID id, String by, Instant at) {
        return jdbc.sql("""
                        update calibration set closed_by = :by, closed_at = :at::timestamptz
                        where id = :id and closed_at is null
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("at", at.toString())
                        .update()
                == 1;
    }

    /**
     * Newest first.
     *
     * @param of only those this person leads or takes part in; null for all
     * @param only only this session
     */
    List<Calibration> page(@Nullable UUID of, @Nullable UUID only, Cursor after, int most) {
        return jdbc.sql("""
                        select id, name, framework, lead, opened_by, opened_at, closed_by, closed_at,
                               array(select engineer from calibration_participant where calibration = id order by engineer)
                                   as participants,
                               array(select engineer from calibration_case where calibration = id order by engineer, skill)
                                   as case_engineers,
                               array(select skill from calibration_case where calibration = id order by engineer, skill)
                                   as case_skills
                        from calibration
                        where (opened_at, id) < (:at::timestamptz, :last::uuid)
                          and (:only::uuid is null or id = :only::uuid)
                          and (:of::uuid is null or lead = :of::uuid or exists (
                              select from calibration_participant where calibration = id and engineer = :of::uuid))
                        order by opened_at desc, id desc
                        limit :most
                        """)
                .param("at", after.at().toString())
                .param("last", after.id())
                .param("only", only)
                .param("of", of)
                .param("most", most)
                .query((row, _) -> session(row))
                .list();
    }

    private static Calibration session(ResultSet row) throws SQLException {
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        List<UUID> engineers = uuids(row.getArray("case_engineers"));
        String[] skills = (String[]) row.getArray("case_skills").getArray();
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < skills.length; i++) {
            cases.add(new Case(engineers.get(i), skills[i]));
        }
        return new Calibration(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("framework"),
                row.getObject("lead", UUID.class),
                row.getString("opened_by"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("closed_by"),
                closedAt == null ? null : closedAt.toInstant(),
                uuids(row.getArray("participants")),
                cases);
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
