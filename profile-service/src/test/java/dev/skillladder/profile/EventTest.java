package dev.skillladder.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.contract.Topics;
import dev.skillladder.contract.catalog.FrameworkPublished;
import dev.skillladder.contract.profile.EngineerChanged;
import dev.skillladder.contract.profile.TeamChanged;
import dev.skillladder.testsupport.TestKafka;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What others are told, and what this service learns from others, on a real broker. */
class EventTest extends ProfileTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final String name = fresh("eve");

    @Test
    void tellsTheWholeStateOfAnEngineer() throws Exception {
        publishSample();
        UUID manager = engineer(name + "-m");
        UUID team = team(name, "null");
        UUID id = engineer(name);
        reports(id, manager);
        post("/api/profiles/engineers/" + id + "/team-memberships", """
                {"team": "%s", "from": "2026-02-01", "to": "2026-12-31"}
                """.formatted(team));
        assignRole(id, "example", role());

        List<ConsumerRecord<String, String>> records = records(Topics.ENGINEERS, id, 4);

        assertThat(records)
                .extracting(record -> read(record, EngineerChanged.class).revision())
                .containsExactly(1L, 2L, 3L, 4L);
        EngineerChanged last = read(records.getLast(), EngineerChanged.class);
        assertThat(last.engineer()).isEqualTo(id);
        assertThat(last.identity()).isEqualTo(name);
        assertThat(last.employeeNumber()).isEqualTo(name);
        assertThat(last.name().zh()).isEqualTo("李雷");
        assertThat(last.email()).isEqualTo(name + "@example.com");
        assertThat(last.hireDate()).isEqualTo("2020-02-29");
        assertThat(last.state()).isEqualTo(EngineerChanged.State.ACTIVE);
        assertThat(last.recordedAt()).isEqualTo(clock.instant());
        assertThat(last.reportingLines())
                .singleElement()
                .satisfies(line -> assertThat(line.manager()).isEqualTo(manager));
        assertThat(last.teamMemberships())
                .singleElement()
                .satisfies(membership -> assertThat(membership.to()).isEqualTo("2026-12-31"));
        assertThat(last.roleAssignments())
                .singleElement()
                .satisfies(assignment -> assertThat(assignment.role()).isEqualTo(role()));
    }

    @Test
    void wrapsEventsAsCloudEvents() {
        UUID id = engineer(name);

        ConsumerRecord<String, String> record = records(Topics.ENGINEERS, id, 1).getFirst();

        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo(EngineerChanged.TYPE);
        assertThat(header(record, "ce_subject")).isEqualTo(id.toString());
        assertThat(header(record, "ce_id")).isNotBlank();
        assertThat(header(record, "ce_source")).isNotBlank();
        assertThat(header(record, "ce_time")).isNotBlank();
    }

    @Test
    void tellsNothingWhereNothingChanged() {
        UUID manager = engineer(name + "-m");
        UUID id = engineer(name);
        put("/api/profiles/engineers/" + id, details(name));
        reports(id, manager);
        line(id, manager, "SOLID", "2026-01-01", "");
        line(id, id, "SOLID", "2026-01-01", "");
        put("/api/profiles/engineers/" + id, details(name).replace("ACTIVE", "LEFT"), "If-Match", "*");

        assertThat(records(Topics.ENGINEERS, id, 3))
                .extracting(record -> read(record, EngineerChanged.class).revision())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void tellsTheWholeStateOfATeam() {
        UUID lead = engineer(name);
        UUID parent = team(name, "null");
        UUID id = team(name, "\"" + parent + "\"");
        put("/api/profiles/teams/" + id, """
                {"name": {"zh": "平台"}, "parent": "%s", "lead": "%s", "closed": true}
                """.formatted(parent, lead), "If-Match", "\"1\"");

        TeamChanged last = read(records(Topics.TEAMS, id, 2).getLast(), TeamChanged.class);

        assertThat(last.revision()).isEqualTo(2);
        assertThat(last.team()).isEqualTo(id);
        assertThat(last.name().zh()).isEqualTo("平台");
        assertThat(last.parent()).isEqualTo(parent);
        assertThat(last.lead()).isEqualTo(lead);
        assertThat(last.closed()).isTrue();
    }

    @Test
    void refusesRolesNobodyPublished() throws Exception {
        publishSample();
        UUID id = engineer(name);
        assignRole(id, "example", role());

        Answer noFramework = assign(id, "unpublished", role());
        Answer noRole = assign(id, "example", "astronaut");

        assertThat(noFramework.status()).isEqualTo(422);
        assertThat(noFramework.pointers()).containsExactly("/framework");
        assertThat(noRole.status()).isEqualTo(422);
        assertThat(noRole.pointers()).containsExactly("/role");
        assertThat(noRole.body().get("detail").asString()).contains(role());
        assertThat(assign(id, "example", role()).status()).isEqualTo(200);
        assertThat(get(hr(), "/api/profiles/engineers/" + id).revision()).isEqualTo(2);
    }

    private void assignRole(UUID id, String framework, String role) {
        await().atMost(LONG)
                .untilAsserted(
                        () -> assertThat(assign(id, framework, role).status()).isIn(200, 201));
    }

    private Answer assign(UUID id, String framework, String role) {
        return post("/api/profiles/engineers/" + id + "/role-assignments", """
                {"framework": "%s", "role": "%s", "from": "2026-01-01"}
                """.formatted(framework, role));
    }

    private static String role() {
        return sample().document().roles().getFirst().id();
    }

    private static FrameworkPublished sample() {
        return JsonMapper.shared().readValue(sampleJson(), FrameworkPublished.class);
    }

    private static String sampleJson() {
        try (InputStream sample = Topics.class.getResourceAsStream("/samples/framework-published.json")) {
            return new String(sample.readAllBytes(), UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void publishSample() throws Exception {
        try (Admin admin = Admin.create(kafka())) {
            admin.createTopics(List.of(new NewTopic(Topics.FRAMEWORKS, Topics.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(TopicExistsException.class);
        }
        ProducerRecord<String, String> record =
                new ProducerRecord<>(Topics.FRAMEWORKS, FrameworkPublished.key("example", 1), sampleJson());
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/catalog-service",
                        "ce_type", FrameworkPublished.TYPE,
                        "ce_time", "2026-05-01T00:00:00Z",
                        "ce_subject", "example:1",
                        "content-type", "application/json")
                .forEach((header, value) -> record.headers().add(header, value.getBytes(UTF_8)));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(kafka(), new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        }
    }

    /** Waits for so many records under the key, and makes sure that no further one is there. */
    private static List<ConsumerRecord<String, String>> records(String topic, UUID key, int count) {
        List<ConsumerRecord<String, String>> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(kafka(), new StringDeserializer(), new StringDeserializer())) {
            await().atMost(LONG).until(() -> !consumer.partitionsFor(topic).isEmpty());
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            await().atMost(LONG).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(key.toString())) {
                        found.add(record);
                    }
                });
                return found.size() >= count;
            });
        }
        assertThat(found).hasSize(count);
        return found;
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", TestKafka.bootstrapServers());
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static <T> T read(ConsumerRecord<String, String> record, Class<T> type) {
        return JsonMapper.shared().readValue(record.value(), type);
    }
}
