package dev.skillladder.endtoend;

import static dev.skillladder.endtoend.Api.eventually;
import static dev.skillladder.endtoend.WorkedExample.DAY;
import static dev.skillladder.endtoend.WorkedExample.ENGINEER;
import static dev.skillladder.endtoend.WorkedExample.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.contract.Topics;
import dev.skillladder.endtoend.Api.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whatever is wrong with an input, the answer says what, and nothing of it is stored. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String REVIEWS = "/api/assessments/reviews";

    private final Installation installation = LocalInstallation.shared();
    private final WorkedExample example = new WorkedExample(installation, LocalInstallation.BAD_INPUT);

    @BeforeAll
    void hire() throws IOException {
        example.publish(example.document());
        example.hire();
        eventually()
                .untilAsserted(() -> example.as(MANAGER)
                        .get("/api/assessments/engineers/" + example.id(ENGINEER) + "/level")
                        .expect(200));
    }

    static Stream<Arguments> badReviews() {
        return Stream.of(
                Arguments.of("an unknown skill", change("ratings", rating("juggling", 3)), "/ratings/0/skill"),
                Arguments.of("a value off the scale", change("ratings", rating("java", 7)), "/ratings/0/value"),
                Arguments.of("a value between the steps", change("ratings", rating("java", 3.3)), "/ratings/0/value"),
                Arguments.of(
                        "a future day", change("observedOn", LocalDate.now().plusDays(2)), "/observedOn"),
                Arguments.of("no ratings", change("ratings", List.of()), "/ratings"),
                Arguments.of("an unknown framework", change("framework", "no-such-framework"), "/framework"),
                Arguments.of("a wrong type", change("ratings", "all of them"), "/ratings"),
                Arguments.of("an unknown kind", change("kind", "HOROSCOPE"), "/kind"));
    }

    @ParameterizedTest(name = "refuses {0}")
    @MethodSource("badReviews")
    void refusesTheReviewAndPointsAtTheFault(String what, Map<String, Object> fault, String pointer) {
        var body = new LinkedHashMap<>(example.review("MANAGER", Map.of("java", 4)));
        body.putAll(fault);
        Answer answer = example.as(MANAGER).post(REVIEWS, body).expect(400, 422);
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(answer.json().path("errors").values())
                .as(answer.body())
                .anySatisfy(
                        error -> assertThat(error.path("pointer").asString()).isEqualTo(pointer));
        assertNothingStored();
    }

    @Test
    void refusesAReviewOfAStranger() {
        example.as(WorkedExample.STRANGER)
                .post(REVIEWS, example.review("MANAGER", Map.of("java", 4)))
                .expect(403);
        assertNothingStored();
    }

    @Test
    void refusesBrokenJson() {
        Answer answer = example.as(MANAGER)
                .send("POST", REVIEWS, "{\"subject\": \"" + example.id(ENGINEER) + "\", ", Map.of())
                .expect(400);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertNothingStored();
    }

    @Test
    void refusesTenMegabytes() {
        example.as(MANAGER)
                .send("POST", REVIEWS, "{\"comment\":\"" + "x".repeat(10 << 20) + "\"}", Map.of())
                .expect(413);
        assertNothingStored();
    }

    @Test
    void setsPoisonAsideOnEveryTopicAndGoesOn() {
        var services = Map.of(
                Topics.ENGINEERS, "assessments",
                Topics.TEAMS, "assessments",
                Topics.OBSERVATIONS, "assessments",
                Topics.EVIDENCE, "assessments",
                Topics.FRAMEWORKS, "profiles");
        String mark = "poison-" + UUID.randomUUID();
        for (String topic : services.keySet()) {
            send(topic, mark);
        }
        for (var topic : services.entrySet()) {
            eventually()
                    .untilAsserted(() -> assertThat(deadLetter(topic.getValue(), topic.getKey(), mark)
                                    .path("reason")
                                    .asString())
                            .isNotBlank());
        }
        new EvidenceProducer(installation, example.framework())
                .send(example.id(ENGINEER), "after-the-poison", Map.of("sql", 3), DAY);
        eventually().untilAsserted(() -> assertThat(observations()).contains("EVIDENCE"));
    }

    private JsonNode deadLetter(String service, String topic, String key) {
        String after = "";
        while (true) {
            JsonNode page = example.as("operator")
                    .get("/api/" + service + "/dead-letters?limit=200" + after)
                    .expect(200)
                    .json();
            for (JsonNode letter : page.path("items")) {
                if (letter.path("topic").asString().equals(topic)
                        && letter.path("key").asString().equals(key)) {
                    return letter;
                }
            }
            if (page.path("next").isNull() || page.path("next").isMissingNode()) {
                throw new AssertionError("no dead letter of " + topic + " in " + service);
            }
            after = "&after=" + page.path("next").asString();
        }
    }

    private void send(String topic, String key) {
        Map<String, Object> settings = Map.of("bootstrap.servers", installation.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, "{not json".getBytes(StandardCharsets.UTF_8)))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take the poison", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void assertNothingStored() {
        String about = REVIEWS + "?subject=" + example.id(ENGINEER);
        assertThat(example.as(MANAGER).get(about).expect(200).json().path("items"))
                .isEmpty();
    }

    private String observations() {
        return example.as(MANAGER)
                .get("/api/assessments/engineers/" + example.id(ENGINEER) + "/observations")
                .expect(200)
                .body();
    }

    private static Map<String, Object> change(String field, Object value) {
        return Map.of(field, value);
    }

    private static List<Map<String, Object>> rating(String skill, Number value) {
        return List.of(Map.of("skill", skill, "value", value));
    }
}
