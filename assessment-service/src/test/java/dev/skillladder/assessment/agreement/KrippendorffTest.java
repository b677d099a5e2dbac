package dev.skillladder.assessment.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KrippendorffTest {

    /** Four observers and twelve units with gaps: section C of Krippendorff (2011), whose ordinal alpha is 0.815. */
    private static final String PUBLISHED = """
            1 2 3 3 2 1 4 1 2 . . .
            1 2 3 3 2 2 4 1 2 5 . 3
            . 3 3 3 2 3 4 2 2 5 1 .
            1 2 3 3 2 4 4 1 2 5 1 .
            """;

    @Test
    void givesThePublishedExample() {
        var alpha = Krippendorff.ordinal(units(PUBLISHED));

        assertThat(alpha.alpha()).isCloseTo(0.815, within(0.0005));
        assertThat(alpha.units()).as("one unit has a single value").isEqualTo(11);
        assertThat(alpha.ratings()).isEqualTo(40);
    }

    @Test
    void isOneForFullAgreementAndNotSaidWithoutDifferencesOrPairs() {
        assertThat(Krippendorff.ordinal(List.of(List.of(1.0, 1.0), List.of(4.5, 4.5)))
                        .alpha())
                .isEqualTo(1);
        assertThat(Krippendorff.ordinal(List.of(List.of(3.0, 3.0))).alpha()).isNull();
        assertThat(Krippendorff.ordinal(List.of(List.of(3.0), List.of(4.0))).alpha())
                .isNull();
        assertThat(Krippendorff.ordinal(List.of()).units()).isZero();
    }

    private static List<List<Double>> units(String observers) {
        List<List<Double>> units = new ArrayList<>();
        observers.lines().forEach(line -> {
            String[] values = line.split(" ");
            for (int unit = 0; unit < values.length; unit++) {
                if (units.size() <= unit) {
                    units.add(new ArrayList<>());
                }
                if (!values[unit].equals(".")) {
                    units.get(unit).add(Double.valueOf(values[unit]));
                }
            }
        });
        return units;
    }
}
