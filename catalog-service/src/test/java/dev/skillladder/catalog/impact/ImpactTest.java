package dev.skillladder.catalog.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.ImpactReported;
import dev.skillladder.contract.assessment.ImpactReported.State;
import dev.skillladder.contract.catalog.ImpactCancelled;
import dev.skillladder.contract.catalog.ImpactRequested;
import dev.skillladder.delivery.Event;
import dev.skillladder.delivery.Outbox;
import dev.skillladder.testsupport.TestKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImpactTest extends CatalogTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionOperations transactions;

    private String framework;
    private String draft;

    @BeforeEach
    void aDraftOfAPublishedFramework() {
        framework = newFramework();
        assertThat(publish(framework, SmallFramework.named(framework)).status()).isEqualTo(201);
        draft = draft(framework, stricter(4.5)).location();
    }

    @Test
    void asksWithTheDraftAsItIs() {
        Api.Answer asked = carla().post(draft + "/impact", "");

        assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
        assertThat(asked.location()).isEqualTo(draft + "/impact");
        UUID run = run(asked);
        ImpactRequested told = JSON.readValue(only(run).value(), ImpactRequested.class);
        assertThat(told.framework()).isEqualTo(framework);
        assertThat(told.draftRevision()).isEqualTo(1);
        assertThat(told.version()).isEqualTo(2);
        assertThat(told.document().roles().getFirst().requirements().get(2).proficiency())
                .isEqualTo(4.5);
        Api.Answer again = carla().post(draft + "/impact", "");
        assertThat(again.status()).isEqualTo(200);
        assertThat(run(again)).as("the one that goes on").isEqualTo(run);
        assertThat(carla().with("If-Match", "\"7\"").post(draft + "/impact", "").status())
                .isEqualTo(412);
    }

    @Test
    void keepsProgressAndNumbersUntilTheEnd() {
        assertThat(carla().get(draft + "/impact").problem()).isEqualTo("impact-not-found");
        UUID run = run(carla().post(draft + "/impact", ""));
        report(run, State.RUNNING, 200, 100, 1, 2, 0);
        await().until(() -> carla().get(draft + "/impact").json().at("/done").asInt() == 100);

        report(run, State.DONE, 200, 200, 3, 4, 1);
        await().until(() -> state().equals("DONE"));
        report(run, State.RUNNING, 200, 150, 0, 0, 0); // sent again
        report(run, State.CANCELLED, 200, 150, 0, 0, 0);

        Api.Answer impact = carla().get(draft + "/impact");
        assertThat(impact.json().at("/rises").asInt()).isEqualTo(3);
        assertThat(impact.json().at("/unchanged").asInt()).isEqualTo(192);
        assertThat(impact.json().at("/secondCurator").asBoolean()).isFalse();
        assertThat(impact.json().at("/current").asBoolean()).isTrue();
        assertThat(impact.json().at("/details").asString()).isEqualTo("/api/assessments/impacts/" + run);
        edit(stricter(5));
        assertThat(carla().get(draft + "/impact").json().at("/current").asBoolean())
                .isFalse();
    }

    @Test
    void publishingNeedsTheImpactOfExactlyThisRevision() {
        assertThat(refusal()).isEqualTo("409 impact-missing");
        UUID first = run(carla().post(draft + "/impact", ""));
        assertThat(refusal()).isEqualTo("409 impact-running");
        report(first, State.CANCELLED, 100, 10, 0, 0, 0);
        await().until(() -> state().equals("CANCELLED"));
        assertThat(refusal()).isEqualTo("409 impact-missing");

        done(100, 5);
        edit(stricter(5));
        assertThat(refusal()).as("of an older revision").isEqualTo("409 impact-missing");
        done(100, 5);

        assertThat(carla().post(draft + "/publish", "{}").status())
                .as("five of a hundred are not more than the share")
                .isEqualTo(201);
    }

    @Test
    void theImpactIsOutdatedByAnotherVersion() {
        done(100, 0);
        String other = draft(framework, stricter(5)).location();
        UUID run = run(carla().post(other + "/impact", ""));
        report(run, State.DONE, 100, 100, 0, 0, 0);
        await().until(() -> carla().post(other + "/publish", "{}").status() == 201);

        assertThat(refusal()).isEqualTo("409 impact-missing");
    }

    @Test
    void manyChangesNeedASecondCurator() {
        assertThat(api.as("dora", "curator").post(draft + "/approval", "").problem())
                .as("nothing to approve yet")
                .isEqualTo("impact-missing");
        done(100, 6);

        Api.Answer refused = carla().post(draft + "/publish", "{}");
        assertThat(refused.status() + " " + refused.problem()).isEqualTo("409 second-curator-needed");
        assertThat(refused.json().at("/detail").asString()).contains("6 of 100", "carla", "approval");
        assertThat(carla().post(draft + "/approval", "").status()).isEqualTo(403);
        Api.Answer approved = api.as("dora", "curator").post(draft + "/approval", "");
        assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
        assertThat(approved.json().at("/approvedBy").asString()).isEqualTo("dora");

        JsonNode entry = carla().get("/api/catalog/frameworks/" + framework + "/history")
                .json()
                .at("/items/0");
        assertThat(entry.at("/what").asString() + " " + entry.at("/by").asString() + " "
                        + entry.at("/revision").asInt())
                .isEqualTo("APPROVED dora 1");
        assertThat(carla().post(draft + "/publish", "{}").status()).isEqualTo(201);
    }

    @Test
    void anApprovalIsForTheRunThatWasSeen() {
        done(100, 6);
        assertThat(api.as("dora", "curator").post(draft + "/approval", "").status())
                .isEqualTo(200);

        done(100, 60);

        assertThat(refusal()).isEqualTo("409 second-curator-needed");
        assertThat(api.as("erik", "curator")
                        .with("If-Match", "\"9\"")
                        .post(draft + "/approval", "")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void whoAskedForTheImpactIsNoSecondCurator() {
        UUID run = run(api.as("dora", "curator").post(draft + "/impact", ""));
        report(run, State.DONE, 100, 100, 0, 50, 0);
        await().until(() -> state().equals("DONE"));

        assertThat(api.as("dora", "curator").post(draft + "/approval", "").problem())
                .isEqualTo("not-a-second-curator");
        assertThat(api.as("erik", "curator").post(draft + "/approval", "").status())
                .isEqualTo(200);
    }

    @Test
    void onlyTextsAndFirstVersionsNeedNoImpact() {
        edit(SmallFramework.named(framework).with("/name/en", "\"Another name\""));
        assertThat(carla().post(draft + "/publish", "{}").status())
                .as("only texts")
                .isEqualTo(201);

        String another = newFramework();
        assertThat(carla().post(draft(another, SmallFramework.named(another)).location() + "/publish", "{}")
                        .status())
                .as("a first version")
                .isEqualTo(201);
    }

    @Test
    void whetherAnybodyIsConcernedIsNotGuessed() {
        assertThat(refusal()).as("nobody was heard of").isEqualTo("409 impact-missing");

        done(0, 0);

        assertThat(carla().post(draft + "/publish", "{}").status())
                .as("a run met nobody")
                .isEqualTo(201);
    }

    @Test
    void aRunOfYesterdayIsLookedAtAgain() {
        done(0, 0);
        jdbc.sql("update impact_runs set requested_at = requested_at - interval '25 hours' where framework = ?")
                .param(framework)
                .update();

        assertThat(refusal()).isEqualTo("409 impact-missing");

        done(100, 2);
        assertThat(carla().post(draft + "/publish", "{}").status()).isEqualTo(201);
    }

    @Test
    void cancellingTellsAssessmentService() {
        UUID run = run(carla().post(draft + "/impact", ""));

        assertThat(carla().delete(draft + "/impact/" + run).status()).isEqualTo(202);
        assertThat(carla().delete(draft + "/impact/" + UUID.randomUUID()).status())
                .isEqualTo(404);

        List<ConsumerRecord<String, String>> told = told(run);
        assertThat(told).hasSize(2);
        assertThat(JSON.readValue(told.getLast().value(), ImpactCancelled.class))
                .isEqualTo(new ImpactCancelled(run));
        report(run, State.CANCELLED, 100, 10, 0, 0, 0);
        await().until(() -> state().equals("CANCELLED"));
        assertThat(carla().delete(draft + "/impact/" + run).status())
                .as("again")
                .isEqualTo(202);
        assertThat(told(run)).hasSize(2);
    }

    private Api carla() {
        return api.as("carla", "curator");
    }

    private SmallFramework stricter(double senior) {
        return SmallFramework.named(framework).with("/roles/0/requirements/2/proficiency", Double.toString(senior));
    }

    private void edit(SmallFramework document) {
        String etag = carla().get(draft).etag();
        assertThat(carla().with("If-Match", etag)
                        .put(draft, "{\"document\": " + document.json() + "}")
                        .status())
                .isEqualTo(200);
    }

    /** A run of the draft as it is has ended. */
    private void done(long total, long falls) {
        UUID run = run(carla().post(draft + "/impact", ""));
        report(run, State.DONE, total, total, 0, falls, 0);
        await().until(() -> state().equals("DONE"));
    }

    private String state() {
        return carla().get(draft + "/impact").json().at("/state").asString();
    }

    private String refusal() {
        Api.Answer answer = carla().post(draft + "/publish", "{}");
        return answer.status() + " " + answer.problem();
    }

    private static UUID run(Api.Answer answer) {
        return UUID.fromString(answer.json().at("/run").asString());
    }

    /** As assessment-service reports. */
    private void report(UUID run, State state, long total, long done, long rises, long falls, long insufficient) {
        tell(
                run.toString(),
                ImpactReported.TYPE,
                new ImpactReported(run, state, total, done, rises, falls, insufficient, null, Instant.now()));
    }

    private void tell(String key, String type, Object body) {
        transactions.executeWithoutResult(_ -> outbox.add(new Event(Topics.IMPACT, key, type, body)));
    }

    private ConsumerRecord<String, String> only(UUID run) {
        List<ConsumerRecord<String, String>> told = told(run);
        assertThat(told).hasSize(1);
        return told.getFirst();
    }

    private List<ConsumerRecord<String, String>> told(UUID run) {
        await().until(() ->
                jdbc.sql("select count(*) from outbox").query(Long.class).single() == 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.IMPACT_REQUESTS, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().equals(run.toString())) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }
}
