package dev.skillladder.assessment.level;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has to be recomputed because of the day; locks them in id order and leaves out whom somebody else holds. */
@Component
class Due {

    private final JdbcClient jdbc;

    Due(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** People whose stored level or estimates end before or on that day. */
    List<UUID> changing(LocalDate day, UUID after, int most) {
        return jdbc.sql("""
                        select engineer from known_engineer
                        where engineer > :after
                          and engineer in (
                            select engineer from engineer_level where changes_on <= :day
                            union select engineer from estimate where expires_on <= :day)
                        order by engineer limit :most
                        for no key update skip locked
                        """)
                .param("after", after)
                .param("day", day)
                .param("most", most)
                .query((row, _) -> row.getObject("engineer", UUID.class))
                .list();
    }

    /** People with a role in a known framework and without a level: their role begins on or before that day. */
    List<UUID> unplaced(LocalDate day, UUID after, int most) {
        return jdbc.sql("""
                        select engineer from known_engineer person
                        where engineer > :after
                          and not exists (select from engineer_level where engineer = person.engineer)
                          and exists (
                            select from known_role_assignment role
                            join known_framework framework on framework.framework = role.framework
                            where role.engineer = person.engineer and role.from_day <= :day
                              and (role.to_day is null or role.to_day >= :day))
                        order by engineer limit :most
                        for no key update of person skip locked
                        """)
                .param("after", after)
                .param("day", day)
                .param("most", most)
                .query((row, _) -> row.getObject("engineer", UUID.class))
                .list();
    }
}
