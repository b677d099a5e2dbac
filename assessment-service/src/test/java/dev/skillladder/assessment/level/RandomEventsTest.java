package dev.skillladder.assessment.level;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.ExampleFramework.SKILLS;
import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.BatchOf;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.observation.TakeInObservations;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.ObservationsRecorded;
import dev.skillladder.contract.assessment.ObservationsRecorded.Rating;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.Estimator;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelRule;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whatever comes in whatever order and however often: what is stored is what the engine says of all facts at once. */
class RandomEventsTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final int BATCHES = 50;
    private static final List<Kind> KINDS = List.of(Kind.values());

    @Autowired
    private TakeInObservations takeIn;

    @Autowired
    private LevelRows rows;

    @Autowired
    private VerifyLevels verify;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    private final Random random = new Random(20261101);
    private final List<Sent> sent = new ArrayList<>();

    private record Sent(String id, ObservationsRecorded body) {}

    @Test
    void storedLevelsEqualTheEngineFromZero() {
        String framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            people.add(others.engineer(null, role(framework, i % 2 == 0 ? BACKEND : STREAMING)));
        }

        for (int batch = 0; batch < BATCHES; batch++) {
            BatchOf events = batch(framework, people);
            transactions.executeWithoutResult(_ -> takeIn.handle(events));
            assertThat(events.rejected()).isEmpty();
        }

        Rules rules = Rules.of(ExampleFramework.document(framework));
        Map<UUID, StoredLevel> stored = rows.of(people);
        for (UUID person : people) {
            StoredLevel level = Objects.requireNonNull(stored.get(person));
            assertThat(level).isEqualTo(level.withResult(fromZero(rules, person, level.role())));
        }
        assertThat(verify.everybody().first())
                .extracting(Verification.Difference::engineer)
                .doesNotContainAnyElementsOf(people);
    }

    @Test
    void verificationFindsWhatSomebodyChangedByHand() {
        String framework = ExampleFramework.freshId();
        others.publish(1, ExampleFramework.document(framework));
        UUID person = others.engineer(null, role(framework, BACKEND));
        BatchOf events = batch(framework, List.of(person));
        transactions.executeWithoutResult(_ -> takeIn.handle(events));

        jdbc.sql("update estimate set mean = mean + 1e-15 * mean where engineer = ?")
                .param(person)
                .update();
        jdbc.sql("update engineer_level set state = 'REVIEW' where engineer = ?")
                .param(person)
                .update();
        Verification found = verify.everybody();
        transactions.executeWithoutResult(_ -> repair(person));

        assertThat(found.first()).extracting(Verification.Difference::engineer).contains(person);
        assertThat(found.first()).extracting(Verification.Difference::what).contains("level");
    }

    private void repair(UUID person) {
        jdbc.sql("delete from estimate where engineer = ?").param(person).update();
        jdbc.sql("delete from engineer_level where engineer = ?").param(person).update();
        compute.changed(List.of(person));
    }

    @Autowired
    private ComputeLevels compute;

    /** Some new events, some that came before, in any order. */
    private BatchOf batch(String framework, List<UUID> people) {
        List<Sent> now = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            boolean again = !sent.isEmpty() && random.nextInt(4) == 0;
            now.add(again ? sent.get(random.nextInt(sent.size())) : anyEvent(framework, people));
        }
        sent.addAll(now);
        Collections.shuffle(now, random);
        BatchOf batch = new BatchOf();
        now.forEach(event -> batch.add(event.id(), event.body()));
        return batch;
    }

    private Sent anyEvent(String framework, List<UUID> people) {
        Kind kind = KINDS.get(random.nextInt(4));
        LocalDate day = DAY.minusDays(random.nextInt(900));
        List<Rating> ratings = new ArrayList<>();
        for (String skill : SKILLS) {
            if (random.nextBoolean() || ratings.isEmpty()) {
                LocalDate until =
                        kind == Kind.EVIDENCE && random.nextBoolean() ? day.plusDays(random.nextInt(900)) : null;
                ratings.add(new Rating(
                        skill,
                        1 + random.nextInt(9) / 2.0,
                        random.nextBoolean() ? 1 : .5,
                        until,
                        random.nextInt(6) == 0));
            }
        }
        return new Sent(
                new UUID(random.nextLong(), random.nextLong()).toString(),
                new ObservationsRecorded(
                        people.get(random.nextInt(people.size())),
                        kind,
                        "source-" + random.nextInt(3),
                        "origin",
                        framework,
                        1,
                        day,
                        NOW.minusSeconds(random.nextInt(1000)),
                        1 + random.nextInt(3),
                        ratings));
    }

    private LevelResult fromZero(Rules rules, UUID person, String role) {
        Map<String, List<Observation>> bySkill = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (Sent event : sent) {
            if (event.body().engineer().equals(person) && ids.add(event.id())) {
                for (Rating rating : event.body().ratings()) {
                    bySkill.computeIfAbsent(rating.skill(), _ -> new ArrayList<>())
                            .add(observation(event, rating));
                }
            }
        }
        Map<String, Estimate> estimates = new HashMap<>();
        bySkill.forEach((skill, observations) -> {
            @Nullable Estimate estimate = Estimator.estimate(rules, skill, observations, DAY, null);
            if (estimate != null) {
                estimates.put(skill, estimate);
            }
        });
        return LevelRule.level(rules, role, estimates, Map.of(), DAY, null, Set.of(), null);
    }

    private static Observation observation(Sent event, Rating rating) {
        ObservationsRecorded body = event.body();
        return new Observation(
                body.kind(),
                body.source(),
                rating.value(),
                body.observedOn(),
                body.recordedAt(),
                rating.quality(),
                body.revision(),
                event.id(),
                rating.retracted(),
                rating.validUntil());
    }
}
