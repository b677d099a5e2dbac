package dev.skillladder.catalog.publication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.skillladder.catalog.Api;
import dev.skillladder.catalog.CatalogTest;
import dev.skillladder.catalog.SmallFramework;
import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.catalog.FrameworkPublished;
import dev.skillladder.testsupport.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.json.JsonMapper;

class PublicationTest extends CatalogTest {

    @Test
    void refusesAnInvalidDraftWithEveryProblem() {
        String framework = newFramework();
        SmallFramework broken = SmallFramework.named(framework)
                .with("/skills/0/category", "\"nowhere\"")
                .with("/rule/type", "\"stars\"");

        Api.Answer answer = publish(framework, broken);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-framework");
        assertThat(answer.json()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString()))
                .containsExactly("/skills/0/category", "/rule/type");
        assertThat(answer.json().at("/errors/1/code").asString()).isEqualTo("unknown-rule");
        assertThat(versions(framework)).isZero();
        assertThat(api.as("ada")
                        .get("/api/catalog/frameworks/" + framework + "/versions/latest")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesADraftThatChangedSinceItWasRead() {
        String framework = newFramework();
        Api.Answer created = draft(framework, SmallFramework.named(framework));
        curator()
                .with("If-Match", created.etag())
                .put(
                        created.location(),
                        "{\"document\": " + SmallFramework.named(framework).json() + "}");

        assertThat(curator()
                        .with("If-Match", created.etag())
                        .post(created.location() + "/publish", "{}")
                        .status())
                .isEqualTo(412);
        assertThat(versions(framework)).isZero();
    }

    @Test
    void refusesTextOnlyForTheFirstVersionAndForMoreThanTexts() {
        String framework = newFramework();
        String first = draft(framework, SmallFramework.named(framework)).location();
        assertThat(curator().post(first + "/publish", "{\"textOnly\": true}").problem())
                .isEqualTo("not-text-only");
        assertThat(curator().post(first + "/publish", "{}").status()).isEqualTo(201);

        String second = draft(framework, SmallFramework.named(framework).with("/parameters/tolerance", "0.4"))
                .location();
        Api.Answer refused = curator().post(second + "/publish", "{\"textOnly\": true}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("not-text-only");
        assertThat(publish(second).json().at("/version").asInt()).isEqualTo(2);
    }

    @Test
    void publishesTextOnlyWhenOnlyTextsChanged() {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));
        String draft = draft(framework, SmallFramework.named(framework).with("/name/en", "\"Renamed\""))
                .location();

        Api.Answer published = curator().post(draft + "/publish", "{\"textOnly\": true}");

        assertThat(published.status()).isEqualTo(201);
        assertThat(published.json().at("/textOnly").asBoolean()).isTrue();
        assertThat(published.json().at("/version").asInt()).isEqualTo(2);
        assertThat(api.as("ada")
                        .get("/api/catalog/frameworks/" + framework)
                        .json()
                        .at("/name/en")
                        .asString())
                .isEqualTo("Renamed");
    }

    @Test
    void derivesTextOnlyFromTheChangesAndShowsItBefore() {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));
        String texts = draft(framework, SmallFramework.named(framework).with("/name/en", "\"Renamed\""))
                .location();
        String more = draft(framework, SmallFramework.named(framework).with("/roles/0/requirements/0/importance", "9"))
                .location();

        assertThat(curator().get(texts + "/validation").json().at("/textOnly").asBoolean())
                .isTrue();
        assertThat(curator().get(more + "/validation").json().at("/textOnly").asBoolean())
                .isFalse();
        assertThat(curator()
                        .post(texts + "/publish", "{}")
                        .json()
                        .at("/textOnly")
                        .asBoolean())
                .isTrue();
        Api.Answer refused = curator().post(more + "/publish", "{\"textOnly\": true}");
        assertThat(refused.json()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/code").asString()))
                .containsExactly("REWEIGHTED");
        assertThat(refused.json().at("/errors/0/pointer").asString())
                .isEqualTo("/roles/engineer/requirements/junior:python/importance");
    }

    @Test
    void recomputesForTextsTooIfTheCuratorWants() {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));
        String draft = draft(framework, SmallFramework.named(framework).with("/name/en", "\"Renamed\""))
                .location();

        assertThat(curator()
                        .post(draft + "/publish", "{\"textOnly\": false}")
                        .json()
                        .at("/textOnly")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void mappingsAreDoneWithTheVersionTheyLedTo() {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));
        SmallFramework mapped = SmallFramework.valid()
                .with("/id", "\"" + framework + "\"")
                .with("/skills/2/id", "\"containers\"")
                .with("/roles/0/requirements/4/skill", "\"containers\"")
                .with("/transfers/0/complement/0", "\"containers\"")
                .with("/mappings", "[{\"kind\": \"REPLACE\", \"from\": [\"kubernetes\"], \"to\": [\"containers\"]}]");
        assertThat(publish(framework, mapped).status()).isEqualTo(201);

        Api.Answer again = publish(framework, mapped);
        String next = curator()
                .post("/api/catalog/frameworks/" + framework + "/drafts", "{\"basedOn\": 2}")
                .location();
        Api.Answer unchanged = curator().post(next + "/publish", "{}");

        assertThat(again.status()).isEqualTo(200);
        assertThat(curator().get(next).json().at("/document/mappings").size()).isZero();
        assertThat(unchanged.status()).isEqualTo(200);
        assertThat(unchanged.json().at("/version").asInt()).isEqualTo(2);
        assertThat(api.as("ada")
                        .get("/api/catalog/frameworks/" + framework + "/diff?from=1&to=2")
                        .json()
                        .at("/items/0/type")
                        .asString())
                .isEqualTo("REPLACED");
    }

    @Test
    void publishingTheSameAgainAnswersTheNewestVersion() {
        String framework = newFramework();
        Api.Answer first = publish(framework, SmallFramework.named(framework));
        // another spelling of the same document
        Api.Answer again = publish(framework, SmallFramework.named(framework).with("/parameters/coverage", "0.8"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(versions(framework)).isEqualTo(1);
        assertThat(events(framework)).hasSize(1);
    }

    @Test
    void aRepeatedRequestDoesNotPublishOverWhatCameAfterIt() {
        String framework = newFramework();
        String one = draft(framework, SmallFramework.named(framework)).location();
        Api keyed = curator().with("Idempotency-Key", UUID.randomUUID().toString());
        Api.Answer first = keyed.post(one + "/publish", "{}");
        publish(framework, SmallFramework.named(framework).with("/name/en", "\"Renamed\""));

        Api.Answer repeated = keyed.post(one + "/publish", "{}");

        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.text()).isEqualTo(first.text());
        assertThat(versions(framework)).isEqualTo(2);
    }

    @Test
    void numbersHaveNoGapsWhenManyPublishAtTheSameTime() throws Exception {
        String framework = newFramework();
        List<String> drafts = IntStream.range(0, 6)
                .mapToObj(n -> draft(framework, SmallFramework.named(framework).with("/name/en", "\"Name " + n + "\""))
                        .location())
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Integer>> publishing = drafts.stream()
                    .<Callable<Integer>>map(draft -> () -> curator()
                            .post(draft + "/publish", "{}")
                            .json()
                            .at("/version")
                            .asInt())
                    .toList();

            assertThat(threads.invokeAll(publishing).stream().map(Future::resultNow))
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        }
        assertThat(events(framework)).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update framework_versions set text_only = true",
                "delete from framework_versions",
                "truncate framework_versions cascade"
            })
    void theDatabaseRefusesToChangeAVersion(String change) {
        String framework = newFramework();
        publish(framework, SmallFramework.named(framework));

        assertThatThrownBy(() -> jdbc.sql(change).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never change");
    }

    @Test
    void tellsEveryVersionOnceWithItsDocument() {
        String framework = newFramework();
        Api.Answer published = publish(framework, SmallFramework.named(framework));

        ConsumerRecord<String, String> record = events(framework).getFirst();

        assertThat(record.key()).isEqualTo(framework + ":1");
        assertThat(header(record, "ce_type")).isEqualTo(FrameworkPublished.TYPE);
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_source")).isEqualTo("/catalog-service");
        assertThat(header(record, "ce_id")).isNotBlank();
        assertThat(header(record, "ce_time")).isNotBlank();
        FrameworkPublished event = JsonMapper.builder().build().readValue(record.value(), FrameworkPublished.class);
        assertThat(event.framework()).isEqualTo(framework);
        assertThat(event.version()).isEqualTo(1);
        assertThat(event.textOnly()).isFalse();
        assertThat(event.digest())
                .isEqualTo(published.json().at("/digest").asString())
                .isEqualTo(CanonicalJson.digest(new CanonicalJson().write(event.document())));
        assertThat(event.publishedAt())
                .isEqualTo(published.json().at("/publishedAt").asString());
    }

    private List<ConsumerRecord<String, String>> events(String framework) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> jdbc.sql("select count(*) from outbox")
                                .query(Long.class)
                                .single()
                        == 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestKafka.bootstrapServers()),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.FRAMEWORKS, partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (record.key().startsWith(framework + ":")) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private long versions(String framework) {
        return jdbc.sql("select count(*) from framework_versions where framework = :framework")
                .param("framework", framework)
                .query(Long.class)
                .single();
    }

    private Api curator() {
        return api.as("carla", "curator");
    }
}
