package dev.skillladder.profile.reportingline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of reporting lines. */
@Component
class ReportingLines {

    private final JdbcClient jdbc;

    ReportingLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One writer of lines at a time, until the transaction ends: two lines that are right alone can close a circle. */
    void lockAll() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('reporting_line'))")
                .query((_, _) -> true)
                .single();
    }

    boolean hasEngineer(UUID id) {
        return jdbc.sql("select exists (select 1 from engineer where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether this is what was last said about that start: of a dotted line, about that manager's. */
    boolean isStated(UUID engineer, NewLine line) {
        return params("""
                        select coalesce((select manager = :manager and to_day is not distinct from :to
                                           from reporting_line
                                          where engineer = :engineer and kind = :kind and from_day = :from
                                            and (kind = 'SOLID' or manager = :manager)
                                          order by seq desc
                                          limit 1), false)
                        """, engineer, line).query(Boolean.class).single();
    }

    void append(UUID engineer, NewLine line, Instant now) {
        params("""
                        insert into reporting_line (engineer, manager, kind, from_day, to_day, recorded_at)
                        values (:engineer, :manager, :kind, :from, :to, :now)
                        """, engineer, line).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    /** A day on which the engineer would be above themselves. */
    Optional<LocalDate> circle(UUID engineer) {
        return jdbc.sql("""
                        with recursive above (manager, days) as (
                            select manager, days
                              from effective_reporting_line
                             where engineer = :engineer and kind = 'SOLID' and not isempty(days)
                             union
                            select l.manager, a.days * l.days
                              from above a
                              join effective_reporting_line l on l.engineer = a.manager
                             where l.kind = 'SOLID' and a.days && l.days and a.manager <> :engineer)
                        select lower(days) from above where manager = :engineer order by lower(days) limit 1
                        """)
                .param("engineer", engineer)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .optional();
    }

    private StatementSpec params(String sql, UUID engineer, NewLine line) {
        return jdbc.sql(sql)
                .param("engineer", engineer)
                .param("manager", line.manager())
                .param("kind", line.kind().name())
                .param("from", line.from())
                .param("to", line.to());
    }
}
