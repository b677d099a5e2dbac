package dev.skillladder.assessment.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeverityTest {

    @Test
    void quantilesAreThoseOfTheTables() {
        assertThat(StudentT.twoSided95(4)).isCloseTo(2.776, within(0.001));
        assertThat(StudentT.twoSided95(10)).isCloseTo(2.228, within(0.0005));
        assertThat(StudentT.twoSided95(30)).isCloseTo(2.042, within(0.0005));
        assertThat(StudentT.twoSided95(1_000_000)).isCloseTo(1.960, within(0.0005));
    }

    @Test
    void isHiddenBelowFivePeopleAndHasAnInterval() {
        var few = Severity.of(UUID.randomUUID(), null, List.of(-1.0, -1.0, -1.0, -1.0));
        assertThat(few.people()).isEqualTo(4);
        assertThat(few.difference()).isNull();
        assertThat(few.low()).isNull();

        // mean -1, standard deviation 0.5, half width 2.776 * 0.5 / sqrt(5)
        var strict = Severity.of(UUID.randomUUID(), null, List.of(-1.0, -0.5, -1.5, -0.5, -1.5));
        assertThat(strict.difference()).isCloseTo(-1, within(1e-9));
        assertThat(strict.low()).isCloseTo(-1.6208, within(0.001));
        assertThat(strict.high()).isCloseTo(-0.3792, within(0.001));
    }
}
