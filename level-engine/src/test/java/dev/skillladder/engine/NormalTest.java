package dev.skillladder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal SQRT_TWO_PI =
            new BigDecimal("2.50662827463100050241576528481104525300698674060993831662992357634");

    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.841344746068542948585232545632",
        "-1, 0.158655253931457051414767454368",
        "1.959963984540054, 0.975",
        "3, 0.998650101968369905473348185232",
        "-6, 9.86587645037698e-10"
    })
    void agreesWithPublishedValues(double x, double expected) {
        assertThat(Normal.cumulative(x)).isCloseTo(expected, within(1e-15));
    }

    @Test
    void agreesWithItsTaylorSeriesInSixtyDigits() {
        for (var x = -8.99; x < 9; x += 0.0437) {
            assertThat(Normal.cumulative(x)).as("Φ(%s)", x).isCloseTo(exact(x), within(1e-15));
        }
    }

    @Test
    void neverFalls() {
        var before = 0.0;
        for (var x = -10.0; x < 10; x += 0.001) {
            var now = Normal.cumulative(x);
            assertThat(now).isGreaterThanOrEqualTo(before - 1e-15).isBetween(0.0, 1.0);
            before = now;
        }
    }

    /** ½ + Σ (−1)^k x^(2k+1) / (2^k k! (2k+1)) / √2π. */
    private static double exact(double x) {
        var square = new BigDecimal(x).pow(2, DIGITS).negate();
        var power = new BigDecimal(x);
        var sum = BigDecimal.ZERO;
        for (var k = 0; k < 300; k++) {
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * k + 1), DIGITS), DIGITS);
            power = power.multiply(square, DIGITS).divide(BigDecimal.valueOf(2L * (k + 1)), DIGITS);
        }
        return sum.divide(SQRT_TWO_PI, DIGITS).add(new BigDecimal("0.5")).doubleValue();
    }
}
