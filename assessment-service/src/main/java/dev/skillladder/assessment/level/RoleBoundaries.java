package dev.skillladder.assessment.level;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Days on which a role assignment begins or has just ended. */
@Component
class RoleBoundaries {

    private final JdbcClient jdbc;

    RoleBoundaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first such day after {@code day}, for those who have one. */
    Map<UUID, LocalDate> nextAfter(LocalDate day, Collection<UUID> engineers) {
        return jdbc
                .sql("""
                        select engineer, min(case when from_day > :day then from_day else to_day + 1 end) as next_day
                        from known_role_assignment
                        where engineer = any (:engineers) and (from_day > :day or to_day >= :day)
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
