package dev.skillladder.catalog.validation;

import dev.skillladder.contract.catalog.FrameworkDocument.Scale;
import java.util.List;
import java.util.stream.IntStream;

/** The scale as numbers that are safe to count with; built only from a scale that makes sense. */
record Steps(double min, double max, double step, List<Integer> whole) {

    /** Longer scales are a mistake: nobody describes a hundred behaviours per skill. */
    static final int MOST_WHOLE_STEPS = 20;

    private static final double EXACT = 1e-9;

    static Steps of(Scale scale) {
        return new Steps(
                scale.min(),
                scale.max(),
                scale.step(),
                IntStream.rangeClosed((int) Math.ceil(scale.min()), (int) Math.floor(scale.max()))
                        .boxed()
                        .toList());
    }

    /** Whether a proficiency can be given. */
    boolean has(double proficiency) {
        return proficiency >= min - EXACT && proficiency <= max + EXACT && isWhole((proficiency - min) / step);
    }

    static boolean isWhole(double count) {
        return Math.abs(count - Math.rint(count)) < EXACT * Math.max(1, Math.abs(count));
    }
}
