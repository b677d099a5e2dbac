package dev.skillladder.catalog.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** One spelling for what people type in many ways. */
final class Spelling {

    /** Longer texts are found by how they begin; also the most that edit distances take in four-byte characters. */
    static final int LONGEST = 200;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{Pd}_./·•'’]+");
    private static final Pattern WORDS =
            Pattern.compile("[\\s\\p{Pd}_./·•'’]+|(?<=\\p{IsHan})(?!\\p{IsHan})|(?<!\\p{IsHan})(?=\\p{IsHan})");

    private Spelling() {}

    /** One spelling for full and half width, capitals, blanks and hyphens: {@code Ｆine-Tuning} is {@code finetuning}. */
    static String compact(String text) {
        String joined = BETWEEN_WORDS.matcher(folded(text)).replaceAll("");
        return joined.codePointCount(0, joined.length()) <= LONGEST
                ? joined
                : joined.substring(0, joined.offsetByCodePoints(0, LONGEST));
    }

    /** The words of a text, compact; Chinese is one word up to the next other character. */
    static List<String> words(String text) {
        return WORDS.splitAsStream(folded(text))
                .map(Spelling::compact)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
