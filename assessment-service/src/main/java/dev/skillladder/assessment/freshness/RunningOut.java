package dev.skillladder.assessment.freshness;

import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.engine.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What runs out, in one query over the stored estimates however many people there are. The day is the formula of
 * docs/levels.md section 4, W_min taken as a billionth less, as the engine does, so that a weight of exactly W_min is
 * enough.
 */
@Component
class RunningOut {

    private final JdbcClient jdbc;
    private final KnownRules rules;

    RunningOut(JdbcClient jdbc, KnownRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /**
     * By day, person and skill, those after {@code place}.
     *
     * @param among null for everybody who works here
     * @param last both this day and the day after {@code today} are in the list
     */
    List<Row> page(@Nullable Collection<UUID> among, LocalDate today, LocalDate last, Place place, int most) {
        Ageing ageing = ageing();
        return jdbc.sql("""
                        select engineer, framework, framework_version, role, skill, name_zh, name_en, newest, stale_on,
                               expires_on, runs_out_on
                        from (
                            select fresh.*, least(stale_on, expires_on) as runs_out_on
                            from (
                                select level.engineer, level.framework, level.framework_version, level.role,
                                       estimate.skill, person.name_zh, person.name_en, estimate.newest,
                                       estimate.expires_on,
                                       estimate.newest + (floor(ageing.half_life
                                           * ln(estimate.weight / (ageing.min_weight * (1 - 1e-9))) / ln(2.0::float8)
                                           )::int + 1) as stale_on
                                from engineer_level level
                                join known_engineer person
                                    on person.engineer = level.engineer and person.state = 'ACTIVE'
                                join unnest(:frameworks::text[], :versions::int[], :roles::text[], :skills::text[],
                                            :halfLives::int[], :minWeights::float8[], :minReviewers::int[])
                                    as ageing (framework, version, role, skill, half_life, min_weight, min_reviewers)
                                    on ageing.framework = level.framework
                                    and ageing.version = level.framework_version and ageing.role = level.role
                                join estimate
                                    on estimate.engineer = level.engineer and estimate.framework = level.framework
                                    and estimate.skill = ageing.skill and estimate.reviewers >= ageing.min_reviewers
                                where :everybody or level.engineer = any (:among)
                            ) as fresh
                        ) as running
                        where runs_out_on > :today and runs_out_on <= :last
                          and (runs_out_on, engineer, skill) > (:day, :engineer, :skill collate "C")
                        order by runs_out_on, engineer, skill limit :most
                        """)
                .param("frameworks", ageing.frameworks().toArray(String[]::new))
                .param(
                        "versions",
                        ageing.versions().stream().mapToInt(Integer::intValue).toArray())
                .param("roles", ageing.roles().toArray(String[]::new))
                .param("skills", ageing.skills().toArray(String[]::new))
                .param(
                        "halfLives",
                        ageing.halfLives().stream().mapToInt(Integer::intValue).toArray())
                .param(
                        "minWeights",
                        ageing.minWeights().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                .param(
                        "minReviewers",
                        ageing.minReviewers().stream()
                                .mapToInt(Integer::intValue)
                                .toArray())
                .param("everybody", among == null)
                .param("among", among == null ? new UUID[0] : among.toArray(UUID[]::new))
                .param("today", today)
                .param("last", last)
                .param("day", place.day())
                .param("engineer", place.engineer())
                .param("skill", place.skill())
                .param("most", most)
                .query((row, _) -> new Row(
                        row.getObject("engineer", UUID.class),
                        row.getString("framework"),
                        row.getInt("framework_version"),
                        row.getString("role"),
                        row.getString("skill"),
                        row.getString("name_zh"),
                        row.getString("name_en"),
                        row.getObject("newest", LocalDate.class),
                        row.getObject("stale_on", LocalDate.class),
                        row.getObject("expires_on", LocalDate.class),
                        row.getObject("runs_out_on", LocalDate.class)))
                .list();
    }

    /** How the skills age that somebody's role asks for: a line per role and skill of the versions people are in. */
    private Ageing ageing() {
        Ageing ageing = Ageing.none();
        jdbc.sql("select distinct framework, framework_version, role from engineer_level")
                .query(row -> {
                    String framework = row.getString("framework");
                    int version = row.getInt("framework_version");
                    String role = row.getString("role");
                    Rules compiled = rules.of(framework, version);
                    compiled.skills(role).forEach(skill -> ageing.add(framework, version, role, skill, compiled));
                });
        return ageing;
    }

    record Row(
            UUID engineer,
            String framework,
            int version,
            String role,
            String skill,
            @Nullable String nameZh,
            @Nullable String nameEn,
            LocalDate newest,
            LocalDate staleOn,
            @Nullable LocalDate expiresOn,
            LocalDate runsOutOn) {}

    /** Columns of equal length. */
    private record Ageing(
            List<String> frameworks,
            List<Integer> versions,
            List<String> roles,
            List<String> skills,
            List<Integer> halfLives,
            List<Double> minWeights,
            List<Integer> minReviewers) {

        static Ageing none() {
            return new Ageing(
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        void add(String framework, int version, String role, String skill, Rules compiled) {
            frameworks.add(framework);
            versions.add(version);
            roles.add(role);
            skills.add(skill);
            halfLives.add(compiled.halfLifeDays(skill));
            minWeights.add(compiled.parameters().minWeight());
            minReviewers.add(compiled.parameters().minReviewers());
        }
    }
}
