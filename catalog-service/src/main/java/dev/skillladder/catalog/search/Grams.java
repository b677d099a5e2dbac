package dev.skillladder.catalog.search;

import java.util.LinkedHashSet;
import java.util.Set;

/** Cuts texts into the pieces they are found by: every character and every pair of neighbours. */
final class Grams {

    private Grams() {}

    /** Characters and pairs of a compact text, each once. */
    static Set<String> of(String compact) {
        Set<String> grams = new LinkedHashSet<>();
        int[] points = compact.codePoints().toArray();
        for (int index = 0; index < points.length; index++) {
            grams.add(Character.toString(points[index]));
            if (index > 0) {
                grams.add(new String(points, index - 1, 2));
            }
        }
        return grams;
    }
}
