package dev.skillladder.assessment.level;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Days on which a role assignment or an exemption begins or has just ended. */
@Component
class Boundaries {

    private final JdbcClient jdbc;

    Boundaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first such day after {@code day}, for those who have one. */
    Map<UUID, LocalDate> nextAfter(LocalDate day, Collection<UUID> engineers) {
        return jdbc
                .sql("""
                        select engineer, min(case when from_day > :day then from_day else to_day + 1 end) as next_day
                        from (
                            select engineer, from_day, to_day from known_role_assignment
                            where engineer = any (:engineers)
                            union all
                            select exemption.engineer, exemption.from_day,
                                   least(exemption.until_day, ended.last_day) as to_day
                            from exemption left join exemption_end ended on ended.exemption = exemption.id
                            where exemption.engineer = any (:engineers)
                        ) as dated
                        where from_day > :day or to_day >= :day
                        group by engineer
                        """)
                .param("day", day)
                .param("engineers", engineers.toArray(UUID[]::new))
                .query((row, _) ->
                        Map.entry(row.getObject("engineer", UUID.class), row.getObject("next_day", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
