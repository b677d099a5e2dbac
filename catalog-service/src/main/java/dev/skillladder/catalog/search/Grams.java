package dev.skillladder.catalog.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Cuts texts into the pieces they are found by: every character and every pair of neighbours. */
final class Grams {

    private Grams() {}

    /** One spelling for full and half width, capitals and blanks: {@code ＧＰＵ  Cluster} is {@code gpu cluster}. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** Characters and pairs of a folded text, each once. */
    static Set<String> of(String folded) {
        Set<String> grams = pairs(folded);
        folded.codePoints().forEach(point -> grams.add(Character.toString(point)));
        return grams;
    }

    /** Pairs only: what a word with a typing error still shares with the right one. */
    static Set<String> pairs(String folded) {
        Set<String> pairs = new LinkedHashSet<>();
        int[] points = folded.codePoints().toArray();
        for (int index = 1; index < points.length; index++) {
            pairs.add(new String(points, index - 1, 2));
        }
        return pairs;
    }
}
