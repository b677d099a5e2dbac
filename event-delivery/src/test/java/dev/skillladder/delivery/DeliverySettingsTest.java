package dev.skillladder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliverySettingsTest {

    private static final Map<String, String> REQUIRED =
            Map.of("bootstrap-servers", "kafka:9092", "replication-factor", "3", "path", "catalog");

    @Test
    void hasTheDocumentedDefaults() {
        DeliverySettings settings = bind(REQUIRED);

        assertThat(settings.owns()).isEmpty();
        assertThat(settings.poll()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.takeover()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.relayBatch()).isEqualTo(2_000);
        assertThat(settings.maxPollRecords()).isEqualTo(1_000);
        assertThat(settings.drainBatch()).isEqualTo(500);
        assertThat(settings.outboxAgeLimit()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.maxBackOff()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void readsAList() {
        Map<String, String> values = new HashMap<>(REQUIRED);
        values.put("owns", "profile.teams, profile.engineers");

        assertThat(bind(values).owns()).isEqualTo(List.of("profile.teams", "profile.engineers"));
    }

    @ParameterizedTest
    @CsvSource({
        "replication-factor, 0",
        "path, a/b",
        "owns, no.such.topic",
        "poll, 0s",
        "relay-batch, 0",
        "max-poll-records, 20000",
        "max-back-off, -1s"
    })
    void namesTheSettingItRefuses(String name, String value) {
        Map<String, String> values = new HashMap<>(REQUIRED);
        values.put(name, value);

        assertThatException()
                .isThrownBy(() -> bind(values))
                .havingRootCause()
                .withMessageContaining(name.equals("owns") ? value : name);
    }

    private static DeliverySettings bind(Map<String, String> values) {
        Map<String, String> properties = new HashMap<>();
        values.forEach((name, value) -> properties.put("skill-ladder.delivery." + name, value));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("skill-ladder.delivery", DeliverySettings.class)
                .get();
    }
}
