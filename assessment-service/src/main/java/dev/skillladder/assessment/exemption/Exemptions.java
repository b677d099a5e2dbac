package dev.skillladder.assessment.exemption;

import dev.skillladder.assessment.exemption.Exemption.End;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.subjectkey.SubjectKey;
import dev.skillladder.assessment.subjectkey.SubjectKeys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of exemptions: appended, never changed. Whoever writes holds the engineer's lock. */
@Component
public class Exemptions {

    private final JdbcClient jdbc;
    private final SubjectKeys keys;

    Exemptions(JdbcClient jdbc, SubjectKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void add(Exemption exemption) {
        jdbc.sql("""
                        insert into exemption (id, engineer, framework, framework_version, skill, from_day, until_day, reason,
                            granted_by, recorded_at)
                        values (:id, :engineer, :framework, :version, :skill, :from, :until, :reason, :grantedBy,
                            :recordedAt::timestamptz)
                        """)
                .param("id", exemption.id())
                .param("engineer", exemption.engineer())
                .param("framework", exemption.framework())
                .param("version", exemption.frameworkVersion())
                .param("skill", exemption.skill())
                .param("from", exemption.from())
                .param("until", exemption.until())
                .param("reason", keys.toSeal(exemption.engineer()).seal(exemption.reason()))
                .param("grantedBy", exemption.grantedBy())
                .param("recordedAt", exemption.recordedAt().toString())
                .update();
    }

    void end(UUID engineer, UUID exemption, End end) {
        jdbc.sql("""
                        insert into exemption_end (exemption, last_day, reason, ended_by, recorded_at)
                        values (:exemption, :lastDay, :reason, :endedBy, :recordedAt::timestamptz)
                        """)
                .param("exemption", exemption)
                .param("lastDay", end.lastDay())
                .param("reason", keys.toSeal(engineer).seal(end.reason()))
                .param("endedBy", end.endedBy())
                .param("recordedAt", end.recordedAt().toString())
                .update();
    }

    Optional<Exemption> find(UUID engineer, UUID id) {
        SubjectKey key = keys.toOpen(engineer);
        return jdbc.sql("""
                        select id, engineer, framework, framework_version, skill, from_day, until_day, exemption.reason,
                               granted_by, exemption.recorded_at, ended.last_day, ended.reason as end_reason,
                               ended.ended_by, ended.recorded_at as ended_at
                        from exemption left join exemption_end ended on ended.exemption = exemption.id
                        where engineer = :engineer and id = :id
                        """)
                .param("engineer", engineer)
                .param("id", id)
                .query((row, _) -> exemption(row, key))
                .optional();
    }

    /** Newest first. */
    List<Exemption> page(UUID engineer, Cursor after, int most) {
        SubjectKey key = keys.toOpen(engineer);
        return jdbc.sql("""
                        select id, engineer, framework, framework_version, skill, from_day, until_day, exemption.reason,
                               granted_by, exemption.recorded_at, ended.last_day, ended.reason as end_reason,
                               ended.ended_by, ended.recorded_at as ended_at
                        from exemption left join exemption_end ended on ended.exemption = exemption.id
                        where engineer = :engineer and (exemption.recorded_at, id) < (:at::timestamptz, :id::uuid)
                        order by exemption.recorded_at desc, id desc
                        limit :most
                        """)
                .param("engineer", engineer)
                .param("at", after.at().toString())
                .param("id", after.id())
                .param("most", most)
                .query((row, _) -> exemption(row, key))
                .list();
    }

    /** Those that count on that day, by skill. */
    public List<Exemption> on(UUID engineer, LocalDate day) {
        SubjectKey key = keys.toOpen(engineer);
        return jdbc.sql("""
                        select id, engineer, framework, framework_version, skill, from_day, until_day, exemption.reason,
                               granted_by, exemption.recorded_at, ended.last_day, ended.reason as end_reason,
                               ended.ended_by, ended.recorded_at as ended_at
                        from exemption left join exemption_end ended on ended.exemption = exemption.id
                        where engineer = :engineer and from_day <= :day
                          and least(until_day, ended.last_day) >= :day
                        order by skill, exemption.recorded_at, id
                        """)
                .param("engineer", engineer)
                .param("day", day)
                .query((row, _) -> exemption(row, key))
                .list();
    }

    private static Exemption exemption(ResultSet row, SubjectKey key) throws SQLException {
        return new Exemption(
                row.getObject("id", UUID.class),
                row.getObject("engineer", UUID.class),
                row.getString("framework"),
                row.getInt("framework_version"),
                row.getString("skill"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                key.open(row.getString("reason")),
                row.getString("granted_by"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                end(row, key));
    }

    private static @Nullable End end(ResultSet row, SubjectKey key) throws SQLException {
        LocalDate lastDay = row.getObject("last_day", LocalDate.class);
        return lastDay == null
                ? null
                : new End(
                        lastDay,
                        key.open(row.getString("end_reason")),
                        row.getString("ended_by"),
                        row.getObject("ended_at", OffsetDateTime.class).toInstant());
    }
}
