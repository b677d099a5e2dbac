package dev.skillladder.catalog.search;

import dev.skillladder.contract.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The question "which skills are called something like this?". */
@Component
class SkillSearch {

    /** Shorter words share too little with their misspellings to be told apart. */
    private static final int SHORTEST_MISSPELT = 4;

    private final JdbcClient jdbc;

    SkillSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Ranks: 0 the same, 1-99 begins with it (shorter first), 100 contains it, 200-300 looks like it. */
    List<Ranked> find(Asked asked, SkillCursor after, int rows) {
        Set<String> pairs = Grams.pairs(asked.folded());
        return jdbc.sql("""
                with wanted as (
                    select id as framework, coalesce(:version, latest_version) as version
                    from frameworks
                    where latest_version is not null and (:framework::text is null or id = :framework)
                ), matching as (
                    select framework, version, skill, term,
                           case when folded = :folded then 0
                                when starts_with(folded, :folded)
                                    then least(99, length(folded) - length(:folded))
                                else 100 end as rank
                    from skill_terms join wanted using (framework, version)
                    where grams @> :grams::text[] and strpos(folded, :folded) > 0
                  union all
                    select framework, version, skill, term, 300 - round(alike * 100)::int as rank
                    from (
                        select framework, version, skill, term,
                               -- share of pairs in common; a term has as many pairs as characters but one
                               2.0 * cardinality(array(select unnest(grams) intersect select unnest(:pairs::text[])))
                                   / (cardinality(:pairs::text[]) + greatest(length(folded) - 1, 1)) as alike
                        from skill_terms join wanted using (framework, version)
                        where :misspelt and grams && :pairs::text[] and strpos(folded, :folded) = 0
                    ) as similar_terms
                    where alike >= 0.6
                ), best as (
                    select distinct on (framework, skill) framework, version, skill, term, rank
                    from matching
                    order by framework, skill, rank, term
                )
                select framework, version, skill, category, name_zh, name_en, description_zh, description_en, term, rank
                from best join skill_cards using (framework, version, skill)
                where (rank, framework, skill) > (:rank, :afterFramework, :afterSkill)
                order by rank, framework, skill
                limit :rows
                """)
                .param("framework", asked.framework())
                .param("version", asked.version())
                .param("folded", asked.folded())
                .param("grams", Grams.of(asked.folded()).toArray(String[]::new))
                .param("pairs", pairs.toArray(String[]::new))
                .param("misspelt", asked.folded().length() >= SHORTEST_MISSPELT)
                .param("rank", after.rank())
                .param("afterFramework", after.framework())
                .param("afterSkill", after.skill())
                .param("rows", rows)
                .query(SkillSearch::read)
                .list();
    }

    /** Every skill, by framework and id. */
    List<Ranked> all(Asked asked, SkillCursor after, int rows) {
        return jdbc.sql("""
                select card.framework, card.version, card.skill, card.category, card.name_zh, card.name_en,
                       card.description_zh, card.description_en, null as term, 0 as rank
                from skill_cards as card join frameworks on frameworks.id = card.framework
                where card.version = coalesce(:version, frameworks.latest_version)
                  and (:framework::text is null or card.framework = :framework)
                  and (card.framework, card.skill) > (:afterFramework, :afterSkill)
                order by card.framework, card.skill
                limit :rows
                """)
                .param("framework", asked.framework())
                .param("version", asked.version())
                .param("afterFramework", after.framework())
                .param("afterSkill", after.skill())
                .param("rows", rows)
                .query(SkillSearch::read)
                .list();
    }

    private static Ranked read(ResultSet row, int number) throws SQLException {
        return new Ranked(
                row.getInt("rank"),
                new SkillHit(
                        row.getString("framework"),
                        row.getInt("version"),
                        row.getString("skill"),
                        row.getString("category"),
                        new Text(row.getString("name_zh"), row.getString("name_en")),
                        new Text(row.getString("description_zh"), row.getString("description_en")),
                        row.getString("term")));
    }

    /** What is asked for; {@code folded} is empty for everything, null means any framework and its newest version. */
    record Asked(
            String folded,
            @Nullable String framework,
            @Nullable Integer version) {}

    /** A hit with its rank, lower is better. */
    record Ranked(int rank, SkillHit hit) {

        String cursor() {
            return new SkillCursor(rank, hit.framework(), hit.id()).text();
        }
    }
}
