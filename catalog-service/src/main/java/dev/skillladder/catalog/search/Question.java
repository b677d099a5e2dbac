package dev.skillladder.catalog.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for.
 *
 * @param words the whole question first, then, if there are several, each of its words; empty for everything
 * @param framework null for all, in their newest versions
 */
record Question(
        List<Word> words,
        @Nullable String framework,
        @Nullable Integer version) {

    /** More words than this are read together only. */
    private static final int MOST_WORDS = 8;

    static Question of(String q, @Nullable String framework, @Nullable Integer version) {
        List<Word> asked = new ArrayList<>();
        asked.add(new Word(Spelling.compact(q)));
        List<String> words = Spelling.words(q);
        if (words.size() > 1 && words.size() <= MOST_WORDS) {
            words.forEach(word -> asked.add(new Word(word)));
        }
        return new Question(q.isBlank() ? List.of() : asked, framework, version);
    }

    /** A word that can be found; a question of hyphens alone asks for nothing. */
    boolean findsNothing() {
        return words.getFirst().compact().isEmpty();
    }

    /** One thing to look for. */
    record Word(String compact) {

        String grams() {
            return String.join("\n", Grams.of(compact));
        }

        /** Typing errors allowed: none below four characters, one below eight, else two. */
        int edits() {
            int length = compact.codePointCount(0, compact.length());
            return length < 4 ? 0 : length < 8 ? 1 : 2;
        }
    }
}
