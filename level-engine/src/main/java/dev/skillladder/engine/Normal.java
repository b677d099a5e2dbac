package dev.skillladder.engine;

/**
 * The standard normal distribution function Φ, within 1e-15 everywhere, the same bits on every machine.
 *
 * <p>A table with a step of 1/32 is computed once: up to 2.5 by the series Φ(x) = ½ + φ(x)·(x + x³/3 + x⁵/(3·5) + …)
 * (Abramowitz and Stegun 26.2.11), beyond by Laplace's continued fraction 1 − Φ(x) = φ(x)/(x + 1/(x + 2/(x + …)))
 * (26.2.14). Between two points it is Taylor's polynomial of degree 7, whose coefficients are φ(x₀)·Heₖ(x₀)/(k+1)!:
 * a few multiplications instead of an exponential, since one level asks for some hundred values.
 */
final class Normal {

    /** Beyond it Φ differs from 0 or 1 by less than 1e-18. */
    private static final double LIMIT = 9;

    private static final int STEPS_PER_UNIT = 32;
    private static final int DEGREE = 7;
    private static final int WIDTH = DEGREE + 1;
    private static final double SERIES_LIMIT = 2.5;
    private static final int FRACTION_DEPTH = 200;
    private static final double ONE_OVER_SQRT_TWO_PI = 0.3989422804014327;

    private static final int CENTRE = (int) (LIMIT * STEPS_PER_UNIT);
    private static final double[] TABLE = table();

    private Normal() {}

    /** Φ(x). */
    static double cumulative(double x) {
        if (x <= -LIMIT) {
            return 0;
        }
        if (x >= LIMIT) {
            return 1;
        }
        var steps = (int) StrictMath.rint(x * STEPS_PER_UNIT);
        var d = x - (double) steps / STEPS_PER_UNIT;
        var at = (steps + CENTRE) * WIDTH;
        var tail = TABLE[at + DEGREE];
        for (var k = DEGREE - 1; k > 0; k--) {
            tail = tail * d + TABLE[at + k];
        }
        return TABLE[at] + tail * d;
    }

    private static double[] table() {
        var table = new double[(2 * CENTRE + 1) * WIDTH];
        for (var steps = -CENTRE; steps <= CENTRE; steps++) {
            fill(table, (steps + CENTRE) * WIDTH, (double) steps / STEPS_PER_UNIT);
        }
        return table;
    }

    /** Φ(x) and its derivatives over factorials: the k-th is (−1)^(k−1)·He_(k−1)(x)·φ(x)/k!. */
    private static void fill(double[] table, int at, double x) {
        table[at] = x < 0 ? upperTail(-x) : 1 - upperTail(x);
        var hermiteBefore = 0.0;
        var hermite = 1.0;
        var factor = density(x);
        for (var k = 1; k <= DEGREE; k++) {
            factor /= k;
            table[at + k] = factor * hermite;
            var next = -(x * hermite + (k - 1) * hermiteBefore);
            hermiteBefore = hermite;
            hermite = next;
        }
    }

    /** 1 − Φ(x) for x ≥ 0. */
    private static double upperTail(double x) {
        if (x < SERIES_LIMIT) {
            var term = x;
            var sum = 0.0;
            for (var odd = 1; sum + term != sum; odd += 2) {
                sum += term;
                term *= x * x / (odd + 2);
            }
            return 0.5 - density(x) * sum;
        }
        var fraction = x;
        for (var k = FRACTION_DEPTH; k > 0; k--) {
            fraction = x + k / fraction;
        }
        return density(x) / fraction;
    }

    private static double density(double x) {
        return ONE_OVER_SQRT_TWO_PI * StrictMath.exp(-x * x / 2);
    }
}
