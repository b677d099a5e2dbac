package dev.skillladder.assessment.contest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is contested: for whoever shows a level, or wants to decide one. */
@Component
public class OpenContests {

    private final Contests contests;
    private final JdbcClient jdbc;

    OpenContests(Contests contests, JdbcClient jdbc) {
        this.contests = contests;
        this.jdbc = jdbc;
    }

    /** The engineer's open contests, oldest first. */
    public List<Contest> of(UUID engineer) {
        return contests.open(engineer);
    }

    /**
     * Contested skills of each person who has any.
     *
     * @param knownAt as it was known then; null for now
     */
    public Map<UUID, Set<Skill>> skills(Collection<UUID> engineers, @Nullable Instant knownAt) {
        Map<UUID, Set<Skill>> skills = new HashMap<>();
        jdbc.sql("""
                        select contest.engineer, contest.framework, contest.skill
                        from contest left join contest_end ended on ended.contest = contest.id
                          and ended.ended_at <= coalesce(:knownAt::timestamptz, 'infinity')
                        where contest.engineer = any (:engineers) and ended.contest is null
                          and contest.opened_at <= coalesce(:knownAt::timestamptz, 'infinity')
                        """)
                .param("engineers", engineers.toArray(UUID[]::new))
                .param("knownAt", knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .query(row -> {
                    skills.computeIfAbsent(row.getObject("engineer", UUID.class), _ -> new HashSet<>())
                            .add(new Skill(row.getString("framework"), row.getString("skill")));
                });
        return skills;
    }

    /** A skill of a framework. */
    public record Skill(String framework, String skill) {}
}
