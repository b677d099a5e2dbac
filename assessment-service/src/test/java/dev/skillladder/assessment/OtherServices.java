package dev.skillladder.assessment;

import static org.awaitility.Awaitility.await;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.assessment.ObservationsRecorded.Rating;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkPublished;
import dev.skillladder.contract.profile.EngineerChanged;
import dev.skillladder.contract.profile.EngineerChanged.LineKind;
import dev.skillladder.contract.profile.EngineerChanged.ReportingLine;
import dev.skillladder.contract.profile.EngineerChanged.RoleAssignment;
import dev.skillladder.delivery.Event;
import dev.skillladder.delivery.Outbox;
import dev.skillladder.testsupport.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Tells through Kafka what catalog-service, profile-service and people would tell. */
public class OtherServices {

    private static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicLong REVISION = new AtomicLong();

    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final SettableClock clock;

    public OtherServices(Outbox outbox, JdbcClient jdbc, TransactionOperations transactions, SettableClock clock) {
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Published long before the tests' day; waits until the version is known here. */
    public void publish(int version, FrameworkDocument document) {
        publish(version, document, LONG_AGO.atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** Published at that instant; waits until the version is known here. */
    public void publish(int version, FrameworkDocument document, Instant at) {
        publish(version, document, at, false);
    }

    /** The same, with or without consequences for levels. */
    public void publish(int version, FrameworkDocument document, Instant at, boolean textOnly) {
        tellVersion(version, document, at, textOnly);
        awaitVersion(document.id(), version);
    }

    public void tellVersion(int version, FrameworkDocument document, Instant at, boolean textOnly) {
        tell(
                Topics.FRAMEWORKS,
                FrameworkPublished.key(document.id(), version),
                FrameworkPublished.TYPE,
                new FrameworkPublished(document.id(), version, textOnly, at, "0".repeat(64), document));
    }

    public void awaitVersion(String framework, int version) {
        await().atMost(PATIENCE)
                .until(() -> count(
                                "select count(*) from known_framework where framework = ? and version = ?",
                                framework,
                                version)
                        == 1);
    }

    /** Somebody new in the role, with or without a manager; waits until known here. */
    public UUID engineer(@Nullable UUID manager, RoleAssignment... roles) {
        UUID engineer = UUID.randomUUID();
        tellEngineer(engineer, manager, roles);
        return engineer;
    }

    /** The person's new state; waits until known here. */
    public void tellEngineer(UUID engineer, @Nullable UUID manager, RoleAssignment... roles) {
        long revision = REVISION.incrementAndGet();
        tell(Topics.ENGINEERS, engineer.toString(), EngineerChanged.TYPE, state(engineer, revision, manager, roles));
        await().atMost(PATIENCE)
                .until(() -> count(
                                "select count(*) from known_engineer where engineer = ? and revision = ?",
                                engineer,
                                revision)
                        == 1);
    }

    /** A role held since long ago, known since then. */
    public static RoleAssignment role(String framework, String role) {
        return new RoleAssignment(framework, role, LONG_AGO, null, Instant.parse("2020-01-01T00:00:00Z"));
    }

    /** A role from a day on, recorded at an instant. */
    public static RoleAssignment role(String framework, String role, String from, String recordedAt) {
        return new RoleAssignment(framework, role, LocalDate.parse(from), null, Instant.parse(recordedAt));
    }

    /** One event with ratings like {@code "kafka 4"}; recorded now, for the given day. */
    public static ObservationsRecorded observed(
            UUID engineer,
            Kind kind,
            String source,
            String framework,
            LocalDate day,
            Instant recordedAt,
            String... ratings) {
        return new ObservationsRecorded(
                engineer,
                kind,
                source,
                "review-of-" + source,
                framework,
                1,
                day,
                recordedAt,
                1,
                List.of(ratings).stream()
                        .map(rating -> rating.split(" ", 2))
                        .map(words -> new Rating(words[0], Double.parseDouble(words[1]), 1, null, false))
                        .toList());
    }

    /** Puts events on the observation topic, in one transaction. */
    public void observe(Collection<ObservationsRecorded> events) {
        transactions.executeWithoutResult(_ -> outbox.addAll(events.stream()
                .map(event ->
                        new Event(Topics.OBSERVATIONS, event.engineer().toString(), ObservationsRecorded.TYPE, event))
                .toList()));
    }

    /** The same, and waits until the log holds as many rows about the person. */
    public void observe(UUID engineer, int rows, ObservationsRecorded... events) {
        observe(List.of(events));
        await().atMost(PATIENCE).until(() -> logged(engineer) == rows);
    }

    public long logged(UUID engineer) {
        return count("select count(*) from observation where engineer = ?", engineer);
    }

    public void tell(String topic, String key, String type, Object body) {
        transactions.executeWithoutResult(_ -> outbox.add(new Event(topic, key, type, body)));
    }

    public long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }

    private EngineerChanged state(UUID engineer, long revision, @Nullable UUID manager, RoleAssignment... roles) {
        return new EngineerChanged(
                engineer,
                revision,
                clock.instant(),
                engineer.toString(),
                "E" + revision,
                new Text("某人", "Somebody " + revision),
                "e" + revision + "@example.com",
                null,
                EngineerChanged.State.ACTIVE,
                manager == null
                        ? List.of()
                        : List.of(new ReportingLine(manager, LineKind.SOLID, LONG_AGO, null, clock.instant())),
                List.of(),
                List.of(roles));
    }
}
