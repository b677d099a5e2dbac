package dev.skillladder.assessment.level;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Days on which something other than an observation changes where one person stands. */
@Component
class DatedFacts {

    private final JdbcClient jdbc;

    DatedFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begin and end of roles and exemptions, decisions, wishes to be judged by people, and the framework versions of those roles; up to {@code last}. */
    List<LocalDate> days(UUID engineer, LocalDate last) {
        return jdbc.sql("""
                        select day from (
                            select from_day as day from known_role_assignment where engineer = :engineer
                            union select to_day + 1 from known_role_assignment where engineer = :engineer
                            union select valid_from from decision where engineer = :engineer
                            union select (recorded_at at time zone 'UTC')::date from human_review_statement
                            where engineer = :engineer
                            union select from_day from exemption where engineer = :engineer
                            union select least(exemption.until_day, ended.last_day) + 1
                            from exemption left join exemption_end ended on ended.exemption = exemption.id
                            where exemption.engineer = :engineer
                            union select (version.published_at at time zone 'UTC')::date from known_framework version
                            where version.framework in (
                                select framework from known_role_assignment where engineer = :engineer)
                        ) as days
                        where day <= :last
                        order by day
                        """)
                .param("engineer", engineer)
                .param("last", last)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }
}
