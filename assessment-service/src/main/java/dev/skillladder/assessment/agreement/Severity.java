package dev.skillladder.assessment.agreement;

import dev.skillladder.contract.Text;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a manager rates in comparison with everybody else who rated the same people on the same skills. Information for HR;
 * nothing is corrected by it.
 *
 * @param name null once the person's data was erased
 * @param people doubly rated: n
 * @param difference mean over these people of how much higher this rater's values lie, in steps of the scale; negative is
 *     strict; null while too few people are doubly rated, as are the following
 * @param low lower end of the 95 % interval; {@code high} the upper one
 */
record Severity(
        UUID rater,
        @Nullable Text name,
        int people,
        @Nullable Double difference,
        @Nullable Double low,
        @Nullable Double high) {

    /** Below this many doubly rated people one person's case would show (docs/levels.md, section 10). */
    private static final int FEWEST = 5;

    /** From one mean difference per doubly rated person. */
    static Severity of(UUID rater, @Nullable Text name, List<Double> differences) {
        int n = differences.size();
        if (n < FEWEST) {
            return new Severity(rater, name, n, null, null, null);
        }
        double mean = 0;
        for (double difference : differences) {
            mean += difference / n;
        }
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        double margin = StudentT.twoSided95(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new Severity(rater, name, n, mean, mean - margin, mean + margin);
    }
}
