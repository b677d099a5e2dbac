package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.contest.Contest.Step;
import dev.skillladder.assessment.mapping.SkillMappings;
import dev.skillladder.engine.declarative.RuleLine.Part;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    private final SkillMappings mappings;
    private final JdbcClient jdbc;

    OpenContests(Contests contests, SkillMappings mappings, JdbcClient jdbc) {
        this.contests = contests;
        this.mappings = mappings;
        this.jdbc = jdbc;
    }

    /** The engineer's open contests, oldest first. */
    public List<Contest> of(UUID engineer) {
        return contests.open(engineer);
    }

    /**
     * The contested lines of each person who has any.
     *
     * @param knownAt as it was known then; null for now
     */
    public Of lines(Collection<UUID> engineers, @Nullable Instant knownAt) {
        Map<UUID, List<Contested>> lines = new HashMap<>();
        jdbc.sql("""
                        select contest.engineer, contest.framework, contest.framework_version, contest.skill,
                               contest.level, contest.rule_part, contest.rule_of, contest.rule_track
                        from contest left join contest_end ended on ended.contest = contest.id
                          and ended.ended_at <= coalesce(:knownAt::timestamptz, 'infinity')
                        where contest.engineer = any (:engineers) and ended.contest is null
                          and contest.opened_at <= coalesce(:knownAt::timestamptz, 'infinity')
                        """)
                .param("engineers", engineers.toArray(UUID[]::new))
                .param("knownAt", knownAt == null ? null : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC))
                .query(row -> {
                    String part = row.getString("rule_part");
                    lines.computeIfAbsent(row.getObject("engineer", UUID.class), _ -> new ArrayList<>())
                            .add(new Contested(
                                    row.getString("framework"),
                                    row.getInt("framework_version"),
                                    row.getString("skill"),
                                    row.getString("level"),
                                    part == null
                                            ? null
                                            : new Step(
                                                    Part.valueOf(part),
                                                    row.getString("rule_of"),
                                                    row.getString("rule_track"))));
                });
        return new Of(lines);
    }

    private record Contested(
            String framework,
            int version,
            @Nullable String skill,
            @Nullable String level,
            @Nullable Step step) {}

    /** Some people's contested lines. */
    public final class Of {

        private final Map<UUID, List<Contested>> lines;

        private Of(Map<UUID, List<Contested>> lines) {
            this.lines = lines;
        }

        /** The person's contested skills, as that version calls them. */
        public Set<String> skills(UUID engineer, String framework, int version) {
            Set<String> skills = new HashSet<>();
            lines.getOrDefault(engineer, List.of()).forEach(line -> {
                if (line.framework().equals(framework) && line.skill() != null) {
                    skills.addAll(mappings.upTo(framework, version).now(line.skill(), line.version()));
                }
            });
            return skills;
        }

        /** The person's contested steps of the framework's own rule. */
        public Set<RuleStep> steps(UUID engineer, String framework) {
            Set<RuleStep> steps = new HashSet<>();
            lines.getOrDefault(engineer, List.of()).forEach(line -> {
                if (line.framework().equals(framework) && line.step() != null) {
                    steps.add(new RuleStep(line.step(), line.level()));
                }
            });
            return steps;
        }
    }

    /** A step of a rule, of a level if it has one. */
    public record RuleStep(Step step, @Nullable String level) {}
}
