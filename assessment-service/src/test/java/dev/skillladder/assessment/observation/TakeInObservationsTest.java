package dev.skillladder.assessment.observation;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.BatchOf;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.assessment.ObservationsRecorded.Rating;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

class TakeInObservationsTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");

    @Autowired
    private TakeInObservations takeIn;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    private String framework;
    private UUID engineer;

    @BeforeEach
    void somebodyInTheExample() {
        framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        engineer = others.engineer(null, role(framework, BACKEND));
    }

    @Test
    void takesAnEventInOnceHoweverOftenItComes() {
        ObservationsRecorded event = by("m", "java 4", "kafka 3");
        String id = UUID.randomUUID().toString();

        take(new BatchOf().add(id, event).add(id, event));
        take(new BatchOf().add(id.toUpperCase(Locale.ROOT), event));

        assertThat(others.logged(engineer)).isEqualTo(2);
    }

    @Test
    void tellsALevelOnlyWhenItSaysSomethingNew() {
        engineer = others.engineer(null, role(framework, STREAMING));
        ObservationsRecorded event = by("m", "kafka 4");
        String id = UUID.randomUUID().toString();

        assertThat(told(new BatchOf().add(id, event))).isEqualTo(1);
        assertThat(told(new BatchOf().add(id, event))).as("again").isZero();
        assertThat(told(BatchOf.events(by("m", "kafka 4"))))
                .as("the same opinion under another id")
                .isZero();
        assertThat(told(BatchOf.events(by("m2", "kafka 5")))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cobol 3", "java 0.5", "java 5.5", "java NaN", "java Infinity"})
    void refusesTheWholeEventForOneBadRating(String rating) {
        BatchOf batch = take(BatchOf.events(by("m", "kafka 3", rating)));

        assertThat(batch.rejected()).hasSize(1);
        assertThat(others.logged(engineer)).isZero();
    }

    @Test
    void refusesWhatCanNeverBecomeValid() {
        ObservationsRecorded good = by("m", "java 4");

        assertThat(refused(observed(engineer, Kind.SELF, "s", framework, DAY.plusDays(1), NOW, "java 3")))
                .contains("after the day it was recorded");
        assertThat(refused(by("m", "java 4", "java 3"))).contains("twice");
        assertThat(refused(by("m"))).contains("1-60 ratings");
        assertThat(refused(by(" ", "java 4"))).contains("source");
        assertThat(refused(withRating(good, new Rating("java", 4, 0, null, false))))
                .contains("quality");
        assertThat(take(new BatchOf().add("some-id", "another-key", good)).rejected())
                .hasSize(1);
        assertThat(others.logged(engineer)).isZero();
    }

    @Test
    void oneBadEventDoesNotHoldUpTheOthers() {
        BatchOf batch = take(BatchOf.events(by("m", "cobol 3"), by("m", "java 4")));

        assertThat(batch.rejected()).hasSize(1);
        assertThat(others.logged(engineer)).isEqualTo(1);
    }

    @Test
    void waitsForAPersonNotYetKnown() {
        UUID newcomer = UUID.randomUUID();
        others.observe(List.of(observed(newcomer, Kind.MANAGER, "m", framework, DAY, NOW, "java 4")));
        await().atMost(Duration.ofSeconds(30)).until(() -> pending("engineer:" + newcomer) == 1);

        others.tellEngineer(newcomer, null, role(framework, BACKEND));

        await().atMost(Duration.ofSeconds(30)).until(() -> others.logged(newcomer) == 1);
        assertThat(pending("engineer:" + newcomer)).isZero();
    }

    @Test
    void waitsForAVersionNotYetKnown() {
        String later = ExampleFramework.freshId();
        others.observe(List.of(observed(engineer, Kind.MANAGER, "m", later, DAY, NOW, "java 4")));
        await().atMost(Duration.ofSeconds(30)).until(() -> pending("framework:" + later + ":1") == 1);

        others.publish(1, ExampleFramework.document(later));

        await().atMost(Duration.ofSeconds(30)).until(() -> others.logged(engineer) == 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update observation set value = 5",
                "delete from observation",
                "truncate observation",
                "update decision set level = 'senior'"
            })
    void theLogRefusesToBeChanged(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    private ObservationsRecorded by(String source, String... ratings) {
        return observed(engineer, Kind.MANAGER, source, framework, DAY, NOW, ratings);
    }

    private BatchOf take(BatchOf batch) {
        transactions.executeWithoutResult(_ -> takeIn.handle(batch));
        return batch;
    }

    private String refused(ObservationsRecorded event) {
        return take(BatchOf.events(event)).rejected().getFirst();
    }

    /** Level events that a batch leaves in the outbox, seen before the commit. */
    private long told(BatchOf batch) {
        return transactions.execute(_ -> {
            takeIn.handle(batch);
            return others.count(
                    "select count(*) from outbox where topic = 'assessment.levels' and key = convert_to(?, 'UTF8')"
                            + " and xmin = pg_current_xact_id()::xid",
                    engineer.toString());
        });
    }

    private long pending(String fact) {
        return others.count("select count(*) from pending_event where fact = ?", fact);
    }

    private static ObservationsRecorded withRating(ObservationsRecorded event, Rating rating) {
        return new ObservationsRecorded(
                event.engineer(),
                event.kind(),
                event.source(),
                event.origin(),
                event.framework(),
                event.frameworkVersion(),
                event.observedOn(),
                event.recordedAt(),
                event.revision(),
                List.of(rating));
    }
}
