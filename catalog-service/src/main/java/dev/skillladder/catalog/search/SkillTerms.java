package dev.skillladder.catalog.search;

import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a version's skills are found by and what a hit shows. */
@Component
public class SkillTerms {

    private final JdbcClient jdbc;

    SkillTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds all skills of a version in two statements; the document is valid. */
    public void add(String framework, int version, FrameworkDocument document) {
        cards(framework, version, document.skills());
        terms(framework, version, document.skills());
    }

    private void cards(String framework, int version, List<Skill> skills) {
        jdbc.sql("""
                insert into skill_cards
                    (framework, version, skill, category, name_zh, name_en, description_zh, description_en)
                select :framework, :version, skill, category, name_zh, name_en, description_zh, description_en
                from unnest(:skills::text[], :categories::text[], :namesZh::text[], :namesEn::text[],
                            :descriptionsZh::text[], :descriptionsEn::text[])
                     as card (skill, category, name_zh, name_en, description_zh, description_en)
                """)
                .param("framework", framework)
                .param("version", version)
                .param("skills", column(skills, Skill::id))
                .param("categories", column(skills, Skill::category))
                .param("namesZh", column(skills, skill -> skill.name().zh()))
                .param("namesEn", column(skills, skill -> skill.name().en()))
                .param(
                        "descriptionsZh",
                        column(skills, skill -> skill.description().zh()))
                .param(
                        "descriptionsEn",
                        column(skills, skill -> skill.description().en()))
                .update();
    }

    private void terms(String framework, int version, List<Skill> skills) {
        List<SkillTerm> terms = skills.stream().flatMap(SkillTerm::of).toList();
        jdbc.sql("""
                insert into skill_terms (framework, version, skill, kind, compact, term, grams)
                select :framework, :version, skill, kind, compact, term, string_to_array(grams, E'\\n')
                from unnest(:skills::text[], :kinds::text[], :compact::text[], :terms::text[], :grams::text[])
                     as word (skill, kind, compact, term, grams)
                """)
                .param("framework", framework)
                .param("version", version)
                .param("skills", column(terms, SkillTerm::skill))
                .param("kinds", column(terms, term -> term.kind().name()))
                .param("compact", column(terms, SkillTerm::compact))
                .param("terms", column(terms, SkillTerm::term))
                // an array of arrays must be a rectangle, so that grams travel joined; folding left no line break
                .param("grams", column(terms, SkillTerm::grams))
                .update();
    }

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
