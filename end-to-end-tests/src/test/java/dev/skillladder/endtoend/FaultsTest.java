package dev.skillladder.endtoend;

import static dev.skillladder.endtoend.Api.eventually;
import static dev.skillladder.endtoend.WorkedExample.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.contract.Topics;
import dev.skillladder.localstack.LocalStack;
import dev.skillladder.localstack.Part;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills every part while clients submit reviews. A client repeats a review with the same key until it is acknowledged; in
 * the end each acknowledged review stands in the log exactly once, and every level is what the log says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsTest {

    private static final int ENGINEERS = 24;
    private static final int CLIENTS = 4;
    private static final List<Part> VICTIMS =
            List.of(Part.ASSESSMENT, Part.KAFKA, Part.POSTGRES, Part.GATEWAY, Part.PROFILE, Part.CATALOG);

    private final LocalInstallation installation = LocalInstallation.shared();
    private final WorkedExample example = new WorkedExample(installation, LocalInstallation.FAULTS);
    private final List<UUID> engineers = new ArrayList<>();

    /** Review id → number of its ratings. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    @BeforeAll
    void hireManyEngineers() throws IOException {
        example.publish(example.document());
        example.hire();
        var hr = example.as("hr");
        LocalDate since = LocalDate.parse("2026-01-01");
        for (int i = 0; i < ENGINEERS; i++) {
            UUID id = UUID.randomUUID();
            String engineer = "/api/profiles/engineers/" + id;
            hr.put(
                            engineer,
                            Map.of(
                                    "employeeNumber",
                                    "F-" + id,
                                    "name",
                                    Map.of("zh", "测试员", "en", "Tester " + i),
                                    "email",
                                    id + "@skillladder.example",
                                    "state",
                                    "ACTIVE"))
                    .expect(201);
            hr.post(
                            engineer + "/reporting-lines",
                            Map.of("manager", example.id(MANAGER), "kind", "SOLID", "from", since))
                    .expect(201);
            hr.post(
                            engineer + "/role-assignments",
                            Map.of("framework", example.framework(), "role", "developer", "from", since))
                    .expect(201);
            engineers.add(id);
        }
        eventually().untilAsserted(() -> {
            for (UUID engineer : engineers) {
                example.as(MANAGER)
                        .get("/api/assessments/engineers/" + engineer + "/level")
                        .expect(200);
            }
        });
    }

    @Test
    void losesNothingWhenEachPartIsKilledOnce() throws Exception {
        submitWhileKilling(VICTIMS, 4711);
    }

    @Test
    @Tag("long")
    void losesNothingInADozenKillsAtRandomMoments() throws Exception {
        var victims = new ArrayList<Part>(VICTIMS);
        victims.addAll(VICTIMS);
        Random random = new Random(20261123);
        Collections.shuffle(victims, random);
        submitWhileKilling(victims, random.nextLong());
    }

    private void submitWhileKilling(List<Part> victims, long seed) throws Exception {
        var stop = new AtomicBoolean();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = IntStream.range(0, CLIENTS)
                    .<Future<?>>mapToObj(client -> clients.submit(() -> submitUntil(stop, new Random(seed + client))))
                    .toList();
            try {
                killAndRestart(victims, new Random(seed));
                awaitAcknowledged(20);
            } finally {
                stop.set(true);
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
        assertEveryAcknowledgedReviewIsLoggedOnce();
        assertNoPartitionIsStuck();
        assertEveryLevelEqualsARecomputation();
        assertReplayingTheTopicGivesTheSameBytes();
    }

    private void killAndRestart(List<Part> victims, Random random) {
        LocalStack stack = installation.stack();
        for (Part victim : victims) {
            awaitAcknowledged(1 + random.nextInt(30));
            stack.kill(victim);
            stack.start(victim);
        }
    }

    private void awaitAcknowledged(int more) {
        int enough = acknowledged.size() + more;
        Awaitility.await("reviews go on")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> acknowledged.size() >= enough);
    }

    private void submitUntil(AtomicBoolean stop, Random random) {
        while (!stop.get()) {
            submit(UUID.randomUUID().toString(), random);
        }
    }

    /** Repeats one review, or a few together, until acknowledged, as a careful client does. */
    private void submit(String key, Random random) {
        var people = new ArrayList<UUID>(engineers);
        Collections.shuffle(people, random);
        List<Map<String, Object>> reviews = people.subList(0, 1 + random.nextInt(3)).stream()
                .map(person -> review(person, random))
                .toList();
        String json = JsonMapper.shared().writeValueAsString(reviews.size() == 1 ? reviews.getFirst() : reviews);
        Awaitility.await("review acknowledged")
                .atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> {
                    var answer = example.as(MANAGER)
                            .send("POST", "/api/assessments/reviews", json, Map.of("Idempotency-Key", key));
                    if (answer.status() == 200 || answer.status() == 201) {
                        acknowledge(answer.json());
                        return true;
                    }
                    assertThat(answer.status()).as(answer.body()).isGreaterThanOrEqualTo(500);
                    return false;
                });
    }

    private Map<String, Object> review(UUID subject, Random random) {
        List<String> skills = new ArrayList<>(List.of("java", "kafka", "sql", "testing", "mentoring"));
        Collections.shuffle(skills, random);
        Map<String, Integer> ratings = skills.subList(0, 1 + random.nextInt(5)).stream()
                .collect(Collectors.toMap(skill -> skill, _ -> 1 + random.nextInt(5)));
        var review = new HashMap<>(example.review("MANAGER", ratings));
        review.put("subject", subject);
        review.put("observedOn", LocalDate.parse("2026-02-01").plusDays(random.nextInt(200)));
        return review;
    }

    private void acknowledge(JsonNode answer) {
        for (JsonNode review : answer.isArray() ? answer.values() : List.of(answer)) {
            acknowledged.put(
                    review.path("id").asString(), review.path("ratings").size());
        }
    }

    private void assertEveryAcknowledgedReviewIsLoggedOnce() {
        Awaitility.await("log catches up")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(logged()).as(this::delivery).containsAllEntriesOf(acknowledged));
    }

    /** What the services themselves say of their delivery, so that a failure names its cause. */
    private String delivery() {
        try (var client = HttpClient.newHttpClient()) {
            return Stream.of(Part.ASSESSMENT, Part.PROFILE, Part.CATALOG)
                    .map(part -> part + " " + health(client, part))
                    .collect(Collectors.joining("\n"));
        }
    }

    private String health(HttpClient client, Part part) {
        URI uri = URI.create(installation.stack().url(part) + "/actuator/health");
        try {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    /** Review id → rows in the log; a review that was logged twice has twice its ratings. */
    private Map<String, Integer> logged() throws SQLException {
        String sql = "select origin, count(*) from observation where kind = 'MANAGER' group by origin";
        try (var connection = DriverManager.getConnection(installation.stack().jdbcUrl(Part.ASSESSMENT));
                var rows = connection.createStatement().executeQuery(sql)) {
            var counts = new HashMap<String, Integer>();
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
            return counts;
        }
    }

    private void assertNoPartitionIsStuck() {
        Awaitility.await("all partitions are read to their end")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(consumed()).containsAllEntriesOf(ends()));
    }

    private Map<Integer, Long> consumed() throws SQLException {
        String sql = "select partition, next_offset from consumed_offset where topic = '" + Topics.OBSERVATIONS + "'";
        try (var connection = DriverManager.getConnection(installation.stack().jdbcUrl(Part.ASSESSMENT));
                var rows = connection.createStatement().executeQuery(sql)) {
            var offsets = new HashMap<Integer, Long>();
            while (rows.next()) {
                offsets.put(rows.getInt(1), rows.getLong(2));
            }
            return offsets;
        }
    }

    /** Partition → its end, for those that hold records. */
    private Map<Integer, Long> ends() throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", installation.bootstrapServers()))) {
            var wanted = IntStream.range(0, Topics.PARTITIONS)
                    .boxed()
                    .collect(Collectors.toMap(
                            partition -> new TopicPartition(Topics.OBSERVATIONS, partition), _ -> OffsetSpec.latest()));
            return admin.listOffsets(wanted).all().get().entrySet().stream()
                    .filter(end -> end.getValue().offset() > 0)
                    .collect(Collectors.toMap(
                            end -> end.getKey().partition(),
                            end -> end.getValue().offset()));
        }
    }

    private void assertEveryLevelEqualsARecomputation() {
        JsonNode verification = example.as("operator")
                .post("/api/assessments/recomputations/verification", Map.of())
                .expect(200)
                .json();
        assertThat(verification.path("people").asInt()).isGreaterThanOrEqualTo(ENGINEERS);
        assertThat(verification.path("differences").asLong(-1))
                .as(verification.toString())
                .isZero();
    }

    private void assertReplayingTheTopicGivesTheSameBytes() {
        JsonNode replay = example.as("operator")
                .post("/api/assessments/recomputations/replay", Map.of())
                .expect(200)
                .json();
        assertThat(replay.path("observations").asInt()).isPositive();
        for (String different : List.of("differentObservations", "differentEstimates", "differentLevels")) {
            assertThat(replay.path(different).asLong(-1)).as(replay.toString()).isZero();
        }
    }
}
