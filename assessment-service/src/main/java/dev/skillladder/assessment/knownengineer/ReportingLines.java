package dev.skillladder.assessment.knownengineer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
        return !whereAbove(manager, List.of(new PersonOnDay(engineer, day))).isEmpty();
    }

    /** Those of the given whom the manager is above, in one query for all of them. */
    public Set<PersonOnDay> whereAbove(UUID manager, Collection<PersonOnDay> asked) {
        return new HashSet<>(jdbc.sql("""
                        with recursive asked (engineer, day) as (
                            select engineer, day from unnest(:engineers::uuid[], :days::date[]) as given (engineer, day)
                            where engineer <> :manager
                        ), above (engineer, day, person) as (
                            select asked.engineer, day, manager
                            from asked join known_reporting_line line on line.engineer = asked.engineer
                            where kind = 'SOLID' and from_day <= day and (to_day is null or to_day >= day)
                            union
                            select above.engineer, day, line.manager
                            from above join known_reporting_line line on line.engineer = above.person
                            where kind = 'SOLID' and from_day <= day and (to_day is null or to_day >= day)
                        )
                        select engineer, day from above where person = :manager
                        union
                        select asked.engineer, day
                        from asked join known_reporting_line line on line.engineer = asked.engineer
                        where manager = :manager and kind = 'DOTTED'
                          and from_day <= day and (to_day is null or to_day >= day)
                        """)
                .param("manager", manager)
                .param(
                        "engineers",
                        asked.stream().map(one -> one.engineer().toString()).toArray(String[]::new))
                .param("days", asked.stream().map(one -> one.day().toString()).toArray(String[]::new))
                .query((row, _) ->
                        new PersonOnDay(row.getObject("engineer", UUID.class), row.getObject("day", LocalDate.class)))
                .list());
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
