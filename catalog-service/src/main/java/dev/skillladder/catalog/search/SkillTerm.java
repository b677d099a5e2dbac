package dev.skillladder.catalog.search;

import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One way to ask for a skill.
 *
 * @param compact as {@link Spelling#compact} spells it
 * @param term the id, name or synonym it leads to
 */
record SkillTerm(String skill, Kind kind, String compact, String term) {

    /** What the compact form is made of. */
    enum Kind {
        /** The whole id, name or synonym. */
        WORDING,
        /** Its Chinese in syllables. */
        PINYIN,
        /** Its Chinese in first letters. */
        INITIALS,
        /** One word of it; only for typing errors, since the wording contains it. */
        WORD
    }

    /** Shorter words share too little with their misspellings to be told apart. */
    private static final int SHORTEST_WORD = 4;

    /** Everything a skill is found by, each spelling once. */
    static Stream<SkillTerm> of(Skill skill) {
        List<String> wordings = new ArrayList<>(
                List.of(skill.id(), skill.name().zh(), skill.name().en()));
        skill.synonyms().values().forEach(wordings::addAll);
        Map<String, SkillTerm> terms = new LinkedHashMap<>();
        wordings.stream()
                .flatMap(wording -> of(skill.id(), wording))
                .filter(term -> !term.compact().isEmpty())
                .forEach(term -> terms.putIfAbsent(term.kind() + " " + term.compact(), term));
        return terms.values().stream();
    }

    private static Stream<SkillTerm> of(String skill, String wording) {
        String compact = Spelling.compact(wording);
        List<String> words = Spelling.words(wording);
        return Stream.of(
                        Stream.of(new SkillTerm(skill, Kind.WORDING, compact, wording)),
                        Pinyin.syllables(compact).stream()
                                .map(typed -> new SkillTerm(skill, Kind.PINYIN, typed, wording)),
                        Pinyin.initials(compact).stream()
                                .map(typed -> new SkillTerm(skill, Kind.INITIALS, typed, wording)),
                        words.size() == 1
                                ? Stream.<SkillTerm>empty()
                                : words.stream()
                                        .filter(word -> word.length() >= SHORTEST_WORD)
                                        .map(word -> new SkillTerm(skill, Kind.WORD, word, wording)))
                .flatMap(terms -> terms);
    }

    /** What the index over characters and pairs holds of it. */
    String grams() {
        return kind == Kind.WORD ? "" : String.join("\n", Grams.of(compact));
    }
}
