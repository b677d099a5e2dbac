package dev.skillladder.catalog.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpactSettingsTest {

    private static final Duration DAY = Duration.ofDays(1);

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.05", "1"})
    void takesShares(String share) {
        assertThat(new ImpactSettings(new BigDecimal(share), DAY).secondCuratorAbove())
                .isEqualByComparingTo(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1.01", "5"})
    void refusesWhatIsNoShare(String share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImpactSettings(new BigDecimal(share), DAY))
                .withMessageContaining("catalog.impact.second-curator-above", share);
    }

    @Test
    void refusesRunsThatNeverCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImpactSettings(BigDecimal.ONE, Duration.ZERO))
                .withMessageContaining("catalog.impact.valid-for");
    }
}
