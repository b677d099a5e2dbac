package dev.skillladder.assessment.impact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works here and holds a role of a framework, in id order. */
@Component
class ConcernedPeople {

    private final JdbcClient jdbc;

    ConcernedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long count(String framework, LocalDate day) {
        return jdbc.sql("""
                        select count(distinct role.engineer)
                        from known_role_assignment role join known_engineer person using (engineer)
                        where role.framework = :framework and role.from_day <= :day
                          and (role.to_day is null or role.to_day >= :day) and person.state = 'ACTIVE'
                        """)
                .param("framework", framework)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    List<UUID> after(UUID engineer, int most, String framework, LocalDate day) {
        return jdbc.sql("""
                        select distinct role.engineer
                        from known_role_assignment role join known_engineer person using (engineer)
                        where role.framework = :framework and role.engineer > :after and role.from_day <= :day
                          and (role.to_day is null or role.to_day >= :day) and person.state = 'ACTIVE'
                        order by role.engineer limit :most
                        """)
                .param("framework", framework)
                .param("after", engineer)
                .param("day", day)
                .param("most", most)
                .query((row, _) -> row.getObject("engineer", UUID.class))
                .list();
    }

    /** The team of each who has one. */
    Map<UUID, UUID> teams(Collection<UUID> engineers, LocalDate day) {
        return jdbc
                .sql("""
                        select engineer, team from known_team_membership
                        where engineer = any (:engineers) and from_day <= :day and (to_day is null or to_day >= :day)
                        """)
                .param("engineers", engineers.toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) -> Map.entry(row.getObject("engineer", UUID.class), row.getObject("team", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }
}
