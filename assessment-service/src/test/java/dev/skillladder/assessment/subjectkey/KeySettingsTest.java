package dev.skillladder.assessment.subjectkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySettingsTest {

    private static final String KEY = "A".repeat(43) + "=";

    @Test
    void wrapsWithTheFirst() {
        assertThat(settings("new:" + KEY + ", old:" + KEY).byId().sequencedKeySet())
                .containsExactly("new", "old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "demo", "demo:tooshort", "A", ","})
    void refusesToStartWithoutAKey(String encryption) {
        assertThatThrownBy(() -> settings(encryption))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ENCRYPTION_KEYS");
    }

    @Test
    void refusesOneNameForTwoKeys() {
        assertThatThrownBy(() -> settings("a:" + KEY + ",a:" + KEY)).hasMessageContaining("twice");
    }

    @Test
    void keepsKeysOutOfLogs() {
        assertThat(settings("a:" + KEY).toString()).contains("a").doesNotContain(KEY);
    }

    private static KeySettings settings(String encryption) {
        return new KeySettings(encryption, Duration.ofHours(1));
    }
}
