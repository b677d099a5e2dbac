package dev.skillladder.catalog.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpactSettingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.05", "1"})
    void takesShares(String share) {
        assertThat(new ImpactSettings(new BigDecimal(share)).secondCuratorAbove())
                .isEqualByComparingTo(share);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1.01", "5"})
    void refusesWhatIsNoShare(String share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImpactSettings(new BigDecimal(share)))
                .withMessageContaining("catalog.impact.second-curator-above", share);
    }
}
