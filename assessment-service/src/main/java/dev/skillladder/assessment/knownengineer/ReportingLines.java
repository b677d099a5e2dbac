package dev.skillladder.assessment.knownengineer;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is above whom on a day: through the solid line, any number of steps, or a direct dotted line
 * (docs/decisions/0001-dated-statements.md). Nobody is above themselves, even if lines form a circle for a moment.
 */
@Component
public class ReportingLines {

    private final JdbcClient jdbc;

    ReportingLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isAbove(UUID manager, UUID engineer, LocalDate day) {
        if (manager.equals(engineer)) {
            return false;
        }
        return jdbc.sql("""
                        with recursive above (person) as (
                            select manager from known_reporting_line
                            where engineer = :engineer and kind = 'SOLID'
                              and from_day <= :day and (to_day is null or to_day >= :day)
                            union
                            select line.manager from above join known_reporting_line line on line.engineer = above.person
                            where line.kind = 'SOLID'
                              and line.from_day <= :day and (line.to_day is null or line.to_day >= :day)
                        )
                        select exists (select from above where person = :manager)
                            or exists (
                                select from known_reporting_line
                                where engineer = :engineer and manager = :manager and kind = 'DOTTED'
                                  and from_day <= :day and (to_day is null or to_day >= :day))
                        """)
                .param("manager", manager)
                .param("engineer", engineer)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** Everybody the manager is above, without the manager. */
    public SortedSet<UUID> below(UUID manager, LocalDate day) {
        return new TreeSet<>(jdbc.sql("""
                        with recursive below (person) as (
                            select engineer from known_reporting_line
                            where manager = :manager and kind = 'SOLID'
                              and from_day <= :day and (to_day is null or to_day >= :day)
                            union
                            select line.engineer from below join known_reporting_line line on line.manager = below.person
                            where line.kind = 'SOLID'
                              and line.from_day <= :day and (line.to_day is null or line.to_day >= :day)
                        )
                        select person from below where person <> :manager
                        union
                        select engineer from known_reporting_line
                        where manager = :manager and kind = 'DOTTED' and engineer <> :manager
                          and from_day <= :day and (to_day is null or to_day >= :day)
                        """)
                .param("manager", manager)
                .param("day", day)
                .query(UUID.class)
                .list());
    }
}
