package dev.skillladder.seeds;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Chance that is the same for the same names on every machine and in every run. */
final class Chance {

    private final SplittableRandom random;

    Chance(Object... names) {
        // strings and whole numbers only: their hash codes are fixed by the language
        random = new SplittableRandom(Arrays.hashCode(names));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    double pick(double... choices) {
        return choices[below(choices.length)];
    }
}
