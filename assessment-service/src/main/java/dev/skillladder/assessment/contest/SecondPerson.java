package dev.skillladder.assessment.contest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who decides a contest: the first active person above the manager, up the solid line, who had no part in what is contested.
 * Nobody left means HR.
 */
@Component
class SecondPerson {

    private final JdbcClient jdbc;
    private final SkillsNow skillsNow;

    SecondPerson(JdbcClient jdbc, SkillsNow skillsNow) {
        this.jdbc = jdbc;
        this.skillsNow = skillsNow;
    }

    /** For a contest that is to be opened. */
    Optional<UUID> of(Contest contest, LocalDate day) {
        UUID engineer = contest.engineer();
        Set<UUID> involved = involved(contest, day);
        return jdbc.sql("""
                        with recursive above (person, steps, seen) as (
                            select manager, 1, array[engineer, manager] from known_reporting_line
                            where engineer = :engineer and kind = 'SOLID'
                              and from_day <= :day and (to_day is null or to_day >= :day)
                            union all
                            select line.manager, above.steps + 1, above.seen || line.manager
                            from above join known_reporting_line line on line.engineer = above.person
                            where line.kind = 'SOLID' and line.manager <> all (above.seen)
                              and line.from_day <= :day and (line.to_day is null or line.to_day >= :day)
                        )
                        select above.person from above
                        join known_engineer person on person.engineer = above.person and person.state = 'ACTIVE'
                        where above.steps > 1 and above.person <> all (:involved)
                        order by above.steps, above.person limit 1
                        """)
                .param("engineer", engineer)
                .param("involved", involved.toArray(UUID[]::new))
                .param("day", day)
                .query(UUID.class)
                .optional();
    }

    /**
     * The manager, who reviewed the skill, under whatever name it had, and who decided the person's level: they had their
     * say. Where no skill is contested, whoever reviewed any.
     */
    Set<UUID> involved(Contest contest, LocalDate day) {
        Set<String> called = skillsNow.everCalled(contest.framework(), contest.skillsNow());
        List<String> found = jdbc.sql("""
                        select source from observation
                        where engineer = :engineer and framework = :framework
                          and (:anySkill or skill = any (:skills)) and kind in ('MANAGER', 'PEER')
                        union
                        select decided_by::text from decision where engineer = :engineer and framework = :framework
                        union
                        select manager::text from known_reporting_line
                        where engineer = :engineer and kind = 'SOLID'
                          and from_day <= :day and (to_day is null or to_day >= :day)
                        """)
                .param("engineer", contest.engineer())
                .param("framework", contest.framework())
                .param("anySkill", called.isEmpty())
                .param("skills", called.toArray(String[]::new))
                .param("day", day)
                .query((row, _) -> row.getString(1))
                .list();
        return found.stream().filter(SecondPerson::isId).map(UUID::fromString).collect(Collectors.toSet());
    }

    // the log takes any source; only an id can be a person
    private static boolean isId(String source) {
        return source.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
