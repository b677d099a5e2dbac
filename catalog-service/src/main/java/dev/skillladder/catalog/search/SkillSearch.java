package dev.skillladder.catalog.search;

import dev.skillladder.catalog.search.Question.Word;
import dev.skillladder.contract.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The question "which skills are called something like this?". */
@Component
class SkillSearch {

    /**
     * Ranks: 0-2 the same, 100-199 begins with it (shorter first), 200 contains it, from 300 on typing errors; 50 more if
     * the words of the question are found one by one.
     */
    static final String FIND = """
            with wanted as (
                select id as framework, coalesce(:version, latest_version) as version
                from frameworks
                where latest_version is not null and (:framework::text is null or id = :framework)
            ), asked as (
                select position, word, string_to_array(grams, E'\\n') as grams, edits
                from unnest(:positions::int[], :words::text[], :grams::text[], :edits::int[])
                     as asked (position, word, grams, edits)
            ), containing as materialized (
                select framework, version, skill, position, term,
                       case when compact = word
                                then case kind when 'WORDING' then 0 when 'PINYIN' then 1 else 2 end
                            when starts_with(compact, word)
                                then 100 + least(99, length(compact) - length(word))
                            else 200 end as rank
                from asked join skill_terms on skill_terms.grams @> asked.grams
                where case when kind = 'INITIALS' then starts_with(compact, word) else strpos(compact, word) > 0 end
            ), misspelt as materialized (
                select framework, version, skill, position, term,
                       300 + 10 * distance + case kind when 'WORDING' then 0 else 1 end as rank
                from asked
                     join skill_terms on skill_terms.compact % asked.word
                     cross join lateral (
                         select case when abs(length(compact) - length(word)) <= edits
                                     then levenshtein_less_equal(compact, word, edits) end
                     ) as spelling (distance)
                where edits > 0 and kind <> 'INITIALS' and distance between 1 and edits
            ), matching as (
                select framework, version, skill, position, term, rank
                from containing join wanted using (framework, version)
              union all
                select framework, version, skill, position, term, rank
                from misspelt join wanted using (framework, version)
            ), best as (
                select distinct on (framework, skill, position) framework, version, skill, position, term, rank
                from matching
                order by framework, skill, position, rank, term
            ), whole as (
                select framework, version, skill, term, rank
                from best
                where position = 0
              union all
                select framework, version, skill, (array_agg(term order by rank, position))[1], max(rank) + 50
                from best
                where position > 0
                group by framework, version, skill
                having count(*) = cardinality(:positions::int[]) - 1
            ), hit as (
                select distinct on (framework, skill) framework, version, skill, term, rank
                from whole
                order by framework, skill, rank
            )
            select framework, version, skill, category, name_zh, name_en, description_zh, description_en, term, rank
            from hit join skill_cards using (framework, version, skill)
            where (rank, framework, skill) > (:rank, :afterFramework, :afterSkill)
            order by rank, framework, skill
            limit :rows
            """;

    private final JdbcClient jdbc;

    SkillSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Skills by rank, framework and id. */
    @Transactional(readOnly = true)
    public List<Ranked> find(Question question, SkillCursor after, int rows) {
        usingIndexes();
        return asked(jdbc.sql(FIND), question, after, rows)
                .query(SkillSearch::read)
                .list();
    }

    static JdbcClient.StatementSpec asked(
            JdbcClient.StatementSpec statement, Question question, SkillCursor after, int rows) {
        List<Word> words = question.words();
        return statement
                .param("framework", question.framework())
                .param("version", question.version())
                .param("positions", IntStream.range(0, words.size()).boxed().toArray(Integer[]::new))
                .param("words", words.stream().map(Word::compact).toArray(String[]::new))
                // an array of arrays must be a rectangle, so that grams travel joined; folding left no line break
                .param("grams", words.stream().map(Word::grams).toArray(String[]::new))
                .param("edits", words.stream().map(Word::edits).toArray(Integer[]::new))
                .param("rank", after.rank())
                .param("afterFramework", after.framework())
                .param("afterSkill", after.skill())
                .param("rows", rows);
    }

    /**
     * For this transaction: trigrams propose what shares a fifth, so that one error in four letters is found, and the edit
     * distance decides; and terms are read through their indexes, whose use the planner underrates because it cannot see
     * the words of the question.
     */
    void usingIndexes() {
        jdbc.sql("""
                select set_config('pg_trgm.similarity_threshold', '0.2', true), set_config('enable_seqscan', 'off', true)
                """).query().singleRow();
    }

    /** Every skill, by framework and id. */
    List<Ranked> all(Question question, SkillCursor after, int rows) {
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
                .param("framework", question.framework())
                .param("version", question.version())
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

    /** A hit with its rank, lower is better. */
    record Ranked(int rank, SkillHit hit) {

        String cursor() {
            return new SkillCursor(rank, hit.framework(), hit.id()).text();
        }
    }
}
