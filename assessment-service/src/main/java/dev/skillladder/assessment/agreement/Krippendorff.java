package dev.skillladder.assessment.agreement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Krippendorff's alpha for ordinal data with any number of raters and with gaps, from the coincidence matrix: K.
 * Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), University of Pennsylvania, sections C and D.
 */
public final class Krippendorff {

    private Krippendorff() {}

    /**
     * The agreement, where it can be said.
     *
     * @param alpha 1 for full agreement, 0 for what chance gives; null without two ratings of anything or if all are equal
     * @param units that at least two raters rated: n of the people
     * @param ratings of those units
     */
    public record Alpha(@Nullable Double alpha, int units, int ratings) {}

    /**
     * Computes it.
     *
     * @param units the values each unit was given, in any order
     */
    public static Alpha ordinal(List<List<Double>> units) {
        List<List<Double>> pairable =
                units.stream().filter(values -> values.size() > 1).toList();
        int ratings = pairable.stream().mapToInt(List::size).sum();
        double[] values = pairable.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .distinct()
                .sorted()
                .toArray();
        if (values.length < 2) {
            return new Alpha(null, pairable.size(), ratings);
        }
        double[][] coincidences = coincidences(pairable, positions(values));
        double[] margins = new double[values.length];
        for (int c = 0; c < values.length; c++) {
            for (int k = 0; k < values.length; k++) {
                margins[c] += coincidences[c][k];
            }
        }
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < values.length; c++) {
            double between = margins[c];
            for (int k = c + 1; k < values.length; k++) {
                between += margins[k];
                double distance = between - (margins[c] + margins[k]) / 2;
                observed += coincidences[c][k] * distance * distance;
                expected += margins[c] * margins[k] * distance * distance;
            }
        }
        return new Alpha(1 - (ratings - 1) * observed / expected, pairable.size(), ratings);
    }

    private static Map<Double, Integer> positions(double[] values) {
        Map<Double, Integer> positions = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            positions.put(values[i], i);
        }
        return positions;
    }

    /** Each pair of values of a unit, weighted so that every rating counts once. */
    private static double[][] coincidences(List<List<Double>> units, Map<Double, Integer> positions) {
        double[][] coincidences = new double[positions.size()][positions.size()];
        for (List<Double> unit : units) {
            int[] at = unit.stream().mapToInt(positions::get).toArray();
            for (int i = 0; i < at.length; i++) {
                for (int j = 0; j < at.length; j++) {
                    if (i != j) {
                        coincidences[at[i]][at[j]] += 1.0 / (at.length - 1);
                    }
                }
            }
        }
        return coincidences;
    }
}
