package dev.skillladder.assessment.level;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.assessment.ObservationsRecorded.Rating;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AgeLevelsTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    @Autowired
    private AgeLevels ageLevels;

    @Autowired
    private LevelRows rows;

    private String framework;

    @BeforeEach
    void anExample() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
    }

    @Test
    void aReviewCountsForAYearAndNotADayLonger() {
        UUID engineer = others.engineer(null, role(framework, STREAMING));
        others.observe(engineer, 1, observed(engineer, Kind.MANAGER, "m", framework, DAY, NOW, "kafka 4"));
        assertThat(verified(engineer)).isEqualTo("senior");

        clock.advance(Duration.ofDays(365));
        ageLevels.run();
        assertThat(verified(engineer)).isEqualTo("senior");

        clock.advance(Duration.ofDays(1));
        ageLevels.run();
        assertThat(verified(engineer)).isNull();
        assertThat(stored(engineer).possible()).isEqualTo("senior");
        assertThat(stored(engineer).asOf()).isEqualTo(DAY.plusDays(366));
        assertThat(stored(engineer).changesOn()).as("nothing changes any more").isNull();
    }

    @Test
    void evidenceStopsCountingTheDayAfterItsLast() {
        UUID engineer = others.engineer(null, role(framework, STREAMING));
        others.observe(
                engineer,
                2,
                observed(engineer, Kind.MANAGER, "m", framework, DAY, NOW, "kafka 3"),
                certificate(engineer, "2026-11-30"));
        double withCertificate = mean(engineer);

        clock.advance(Duration.ofDays(29));
        ageLevels.run();
        assertThat(mean(engineer)).isEqualTo(withCertificate);

        clock.advance(Duration.ofDays(1));
        ageLevels.run();
        assertThat(mean(engineer)).isEqualTo(3);
    }

    @Test
    void aRoleBeginsAndEndsOnItsDay() {
        UUID engineer = others.engineer(
                null,
                role(framework, STREAMING, "2026-12-01", "2026-11-01T00:00:00Z"),
                role(framework, BACKEND, "2027-01-01", "2026-11-01T00:00:00Z"));
        assertThat(rows.of(List.of(engineer))).isEmpty();

        clock.advance(Duration.ofDays(30));
        ageLevels.run();
        assertThat(stored(engineer).role()).isEqualTo(STREAMING);

        clock.advance(Duration.ofDays(31));
        ageLevels.run();
        assertThat(stored(engineer).role()).isEqualTo(BACKEND);
    }

    private ObservationsRecorded certificate(UUID engineer, String validUntil) {
        return new ObservationsRecorded(
                engineer,
                Kind.EVIDENCE,
                "certificate",
                "certificate",
                framework,
                1,
                DAY,
                NOW,
                1,
                List.of(new Rating("kafka", 5, 1, LocalDate.parse(validUntil), false)));
    }

    private StoredLevel stored(UUID engineer) {
        return Objects.requireNonNull(rows.of(List.of(engineer)).get(engineer));
    }

    private @Nullable String verified(UUID engineer) {
        return stored(engineer).verified();
    }

    private double mean(UUID engineer) {
        return others.count("select (mean * 1e9)::bigint from estimate where engineer = ?", engineer) / 1e9;
    }
}
