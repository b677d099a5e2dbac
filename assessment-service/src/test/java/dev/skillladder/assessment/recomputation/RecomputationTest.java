package dev.skillladder.assessment.recomputation;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.ExampleFramework.STREAMING;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.level.ComputeLevels;
import dev.skillladder.assessment.level.Verification;
import dev.skillladder.assessment.level.VerifyLevels;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.testsupport.TestTokens;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

class RecomputationTest extends AssessmentTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final String PATH = "/api/assessments/recomputations";

    @Autowired
    private Recompute recompute;

    @Autowired
    private KnownEngineers engineers;

    @Autowired
    private ComputeLevels compute;

    @Autowired
    private Replay replay;

    @Autowired
    private VerifyLevels verify;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionOperations transactions;

    private String framework;

    @BeforeEach
    void anExample() {
        recompute.run();
        framework = ExampleFramework.freshId();
    }

    @Test
    void aNewVersionMovesPeopleTogetherWithTheirResults() {
        publish(1, "2026-01-01T00:00:00Z", 365, 4);
        UUID engineer = others.engineer(null, role(framework, STREAMING));
        others.observe(
                engineer,
                1,
                observed(
                        engineer,
                        Kind.MANAGER,
                        "m",
                        framework,
                        DAY.minusDays(200),
                        Instant.parse("2026-10-01T00:00:00Z"),
                        "kafka 3.5"));
        assertThat(level(engineer, "").get("verified").asString()).isEqualTo("senior");

        publish(2, NOW.toString(), 100, 4.5);
        assertThat(level(engineer, "").get("frameworkVersion").asInt())
                .as("until the job comes to this person")
                .isEqualTo(1);
        recompute.run();

        JsonNode level = level(engineer, "");
        assertThat(level.get("frameworkVersion").asInt()).isEqualTo(2);
        assertThat(level.get("verified").isNull())
                .as("weight 2^-2 is below 0.5")
                .isTrue();
        assertThat(level(engineer, "?asOf=2026-10-31").get("frameworkVersion").asInt())
                .isEqualTo(1);
        assertThat(level(engineer, "?knownAt=2026-10-31T00:00:00Z")
                        .get("verified")
                        .asString())
                .isEqualTo("senior");
        assertThat(verify.everybody().first())
                .extracting(Verification.Difference::engineer)
                .doesNotContain(engineer);
    }

    @Test
    void somebodyNewStartsOnTheNewestVersion() {
        publish(1, "2026-01-01T00:00:00Z", 365, 4);
        publish(2, NOW.toString(), 365, 4);

        UUID engineer = others.engineer(null, role(framework, STREAMING));

        assertThat(level(engineer, "").get("frameworkVersion").asInt()).isEqualTo(2);
    }

    @Test
    void resumesAfterACrashAndIsSharedByInstances() throws InterruptedException {
        int people = 1_200;
        crowd(people);
        publish(1, "2026-01-01T00:00:00Z", 365, 4);
        recompute.run();
        assertThat(onVersion(1)).isEqualTo(people);

        publish(2, NOW.toString(), 300, 4);
        transactions.executeWithoutResult(status -> {
            recompute.step();
            status.setRollbackOnly(); // what a crash leaves behind
        });
        assertThat(onVersion(2)).isZero();
        assertThat(progress()).isEqualTo("WAITING 0/1200");

        recompute.step();
        assertThat(onVersion(2)).isEqualTo(500);
        assertThat(progress()).isEqualTo("RUNNING 500/1200");

        Thread other = Thread.ofVirtual().start(recompute::run);
        recompute.run();
        other.join();
        recompute.run();
        assertThat(onVersion(2)).isEqualTo(people);
        assertThat(progress()).isEqualTo("DONE 1200/1200");
        assertThat(others.count("select count(*) from recomputation_person")).isZero();
    }

    @Test
    void progressOnlyGrowsWhileWorkersStopAndStart() {
        crowd(1_300);
        publish(1, "2026-01-01T00:00:00Z", 365, 4);
        recompute.run();
        publish(2, NOW.toString(), 300, 4);

        List<String> seen = new ArrayList<>(List.of(progress()));
        for (boolean more = true; more; seen.add(progress())) {
            // a worker that is stopped between two steps leaves nothing behind that the next one would need
            Recompute another = new Recompute(jdbc, engineers, compute, transactions, clock);
            more = another.step();
            transactions.executeWithoutResult(status -> {
                recompute.step();
                status.setRollbackOnly(); // killed within a step
            });
        }

        assertThat(seen)
                .containsExactly(
                        "WAITING 0/1300",
                        "RUNNING 500/1300",
                        "RUNNING 1000/1300",
                        "RUNNING 1300/1300",
                        "DONE 1300/1300",
                        "DONE 1300/1300");
        assertThat(onVersion(2)).isEqualTo(1_300);
    }

    @Test
    void replayingTheTopicGivesTheSameBytes() {
        publish(1, "2026-01-01T00:00:00Z", 365, 4);
        UUID engineer = others.engineer(null, role(framework, BACKEND));
        others.observe(
                engineer,
                4,
                observed(engineer, Kind.MANAGER, "m", framework, DAY.minusDays(3), NOW, "java 4", "kafka 3"),
                observed(engineer, Kind.PEER, "p", framework, DAY, NOW, "java 3", "testing 4"));
        long told = others.count("select count(*) from outbox");

        Replay.Comparison comparison = replay.compare(Set.of(engineer));

        assertThat(comparison).isEqualTo(new Replay.Comparison(4, 0, 0, 3, 0, 1, 0));
        assertThat(others.count("select count(*) from outbox")).isLessThanOrEqualTo(told);
    }

    @Test
    void theReplayFindsWhatSomebodyChangedByHand() {
        publish(1, "2026-01-01T00:00:00Z", 365, 4);
        UUID engineer = others.engineer(null, role(framework, BACKEND));
        others.observe(engineer, 1, observed(engineer, Kind.MANAGER, "m", framework, DAY, NOW, "java 4"));
        jdbc.sql("update estimate set weight = weight + 1e-15 where engineer = ?")
                .param(engineer)
                .update();
        jdbc.sql("update engineer_level set state = 'REVIEW' where engineer = ?")
                .param(engineer)
                .update();

        Replay.Comparison comparison = replay.compare(Set.of(engineer));

        assertThat(comparison).isEqualTo(new Replay.Comparison(1, 0, 0, 1, 2, 1, 1));
    }

    @Test
    void progressIsForOperatorsHrAndCurators() {
        UUID engineer = others.engineer(null);

        assertThat(get(tokenOf(engineer), PATH).status()).isEqualTo(403);
        assertThat(get(TestTokens.token("curator", "curator"), PATH).status()).isEqualTo(200);
        assertThat(get(hr(), PATH).status()).isEqualTo(200);
        assertThat(get(operator(), PATH).status()).isEqualTo(200);
        assertThat(post(hr(), PATH + "/verification", "").status()).isEqualTo(403);
        assertThat(post(operator(), PATH + "/verification", "")
                        .body()
                        .get("people")
                        .asInt())
                .isPositive();
        assertThat(post(hr(), PATH + "/replay", "").status()).isEqualTo(403);
        assertThat(post(operator(), PATH + "/replay", "").body().get("levels").asInt())
                .isPositive();
    }

    private void publish(int version, String at, int halfLifeDays, double seniorAsksKafka) {
        others.publish(version, ExampleFramework.document(framework, halfLifeDays, seniorAsksKafka), Instant.parse(at));
    }

    /** People with a role in the framework, as if profile-service had told them. */
    private void crowd(int people) {
        jdbc.sql("""
                        with crowd as (
                            insert into known_engineer (engineer, revision, recorded_at, state)
                            select gen_random_uuid(), 1, now(), 'ACTIVE' from generate_series(1, :people)
                            returning engineer)
                        insert into known_role_assignment (engineer, framework, role, from_day, recorded_at)
                        select engineer, :framework, :role, date '2020-01-01', timestamptz '2020-01-01' from crowd
                        """)
                .param("people", people)
                .param("framework", framework)
                .param("role", BACKEND)
                .update();
    }

    private long onVersion(int version) {
        return others.count(
                "select count(*) from engineer_level where framework = ? and framework_version = ?",
                framework,
                version);
    }

    private String progress() {
        for (JsonNode job :
                get(operator(), PATH + "?framework=" + framework).body().get("items")) {
            assertThat(job.get("framework").asString()).isEqualTo(framework);
            if (job.get("version").asInt() == 2) {
                return job.get("state").asString() + " " + job.get("done").asLong() + "/"
                        + job.get("total").asLong();
            }
        }
        return "none";
    }

    private JsonNode level(UUID engineer, String query) {
        Answer answer = get(hr(), "/api/assessments/engineers/" + engineer + "/level" + query);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }
}
