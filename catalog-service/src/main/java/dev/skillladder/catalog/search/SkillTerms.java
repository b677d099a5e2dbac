package dev.skillladder.catalog.search;

import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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
        List<Term> terms = skills.stream().flatMap(SkillTerms::termsOf).toList();
        jdbc.sql("""
                insert into skill_terms (framework, version, skill, folded, term, grams)
                select :framework, :version, skill, folded, term, string_to_array(grams, E'\\n')
                from unnest(:skills::text[], :folded::text[], :terms::text[], :grams::text[])
                     as word (skill, folded, term, grams)
                """)
                .param("framework", framework)
                .param("version", version)
                .param("skills", column(terms, Term::skill))
                .param("folded", column(terms, Term::folded))
                .param("terms", column(terms, Term::term))
                // an array of arrays must be a rectangle, so that grams travel joined; folding left no line break
                .param("grams", column(terms, term -> String.join("\n", Grams.of(term.folded()))))
                .update();
    }

    /** Id, names and synonyms, each spelling once. */
    private static Stream<Term> termsOf(Skill skill) {
        List<String> words = new ArrayList<>(
                List.of(skill.id(), skill.name().zh(), skill.name().en()));
        skill.synonyms().values().forEach(words::addAll);
        Map<String, Term> terms = new LinkedHashMap<>();
        words.forEach(word -> terms.putIfAbsent(Grams.folded(word), new Term(skill.id(), Grams.folded(word), word)));
        return terms.values().stream();
    }

    private static <T> String[] column(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private record Term(String skill, String folded, String term) {}
}
