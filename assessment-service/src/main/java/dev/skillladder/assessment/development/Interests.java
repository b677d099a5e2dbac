package dev.skillladder.assessment.development;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code skill_interest}: appended, the newest statement about a skill counts. */
@Component
public class Interests {

    private final JdbcClient jdbc;
    private final Clock clock;

    Interests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** 1 to 3 by skill; what somebody is not interested in is missing. */
    public Map<String, Integer> of(UUID engineer, String framework) {
        return jdbc
                .sql("""
                        select distinct on (skill) skill, interest from skill_interest
                        where engineer = :engineer and framework = :framework
                        order by skill, stated_at desc
                        """)
                .param("engineer", engineer)
                .param("framework", framework)
                .query((row, _) -> Map.entry(row.getString("skill"), row.getInt("interest")))
                .list()
                .stream()
                .filter(interest -> interest.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** By framework and skill, those after the given one. */
    List<Interest> page(UUID engineer, @Nullable String framework, @Nullable String skill, int most) {
        return jdbc.sql("""
                        select framework, skill, interest, stated_at
                        from (
                            select distinct on (framework, skill) framework, skill, interest, stated_at
                            from skill_interest
                            where engineer = :engineer
                              and (framework, skill) > (coalesce(:framework, ''), coalesce(:skill, ''))
                            order by framework, skill, stated_at desc
                        ) as stated
                        where interest > 0
                        order by framework, skill limit :most
                        """)
                .param("engineer", engineer)
                .param("framework", framework)
                .param("skill", skill)
                .param("most", most)
                .query((row, _) -> new Interest(
                        row.getString("framework"),
                        row.getString("skill"),
                        row.getInt("interest"),
                        row.getObject("stated_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Appends what differs from what was stated before; answers how many that were. */
    int state(UUID engineer, String framework, Map<String, Integer> interests) {
        return jdbc.sql("""
                        insert into skill_interest (engineer, framework, skill, interest, stated_at)
                        select :engineer, :framework, stated.skill, stated.interest, :now::timestamptz
                        from unnest(:skills::text[], :interests::int[]) as stated (skill, interest)
                        where stated.interest is distinct from coalesce((
                            select before.interest from skill_interest before
                            where before.engineer = :engineer and before.framework = :framework
                              and before.skill = stated.skill
                            order by before.stated_at desc limit 1), 0)
                        on conflict (engineer, framework, skill, stated_at) do update set interest = excluded.interest
                        """)
                .param("engineer", engineer)
                .param("framework", framework)
                .param("skills", interests.keySet().toArray(String[]::new))
                .param(
                        "interests",
                        interests.values().stream().mapToInt(Integer::intValue).toArray())
                .param("now", clock.instant().toString())
                .update();
    }
}
