package dev.skillladder.endtoend;

import static dev.skillladder.endtoend.Api.eventually;
import static dev.skillladder.endtoend.WorkedExample.DAY;
import static dev.skillladder.endtoend.WorkedExample.ENGINEER;
import static dev.skillladder.endtoend.WorkedExample.FIRST_PEER;
import static dev.skillladder.endtoend.WorkedExample.MANAGER;
import static dev.skillladder.endtoend.WorkedExample.SECOND_PEER;
import static dev.skillladder.endtoend.WorkedExample.STRANGER;
import static dev.skillladder.endtoend.WorkedExample.ratings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillladder.localstack.Part;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A year's reviews of one person, from the first draft to the comparison: each step builds on those before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewStoryTest {

    private static final String REVIEWS = "/api/assessments/reviews";

    private final LocalInstallation installation = LocalInstallation.shared();
    private final WorkedExample example = new WorkedExample(installation, LocalInstallation.REVIEWS);
    private final String engineer = "/api/assessments/engineers/" + example.id(ENGINEER);

    private String self = "";
    private String managers = "";
    private Instant beforeTheLateReview = Instant.EPOCH;
    private Instant beforeTheCorrection = Instant.EPOCH;

    @Test
    @Order(1)
    void publishesTheFrameworkAndHiresPeople() throws IOException {
        example.publish(example.document());
        example.hire();
        eventually()
                .untilAsserted(
                        () -> example.as(ENGINEER).get(engineer + "/level").expect(200));
    }

    @Test
    @Order(2)
    void givesTheFormToWhoeverMaySubmitIt() {
        JsonNode form = example.as(ENGINEER).get(form("SELF")).expect(200).json();
        assertThat(form.path("skills").values())
                .extracting(skill -> skill.path("skill").asString())
                .containsExactlyInAnyOrder("java", "kafka", "sql", "testing", "mentoring");
        assertThat(form.at("/skills/0/name/zh").asString()).isNotBlank();
        assertThat(form.at("/skills/0/name/en").asString()).isNotBlank();
        assertThat(form.path("answers").size()).isEqualTo(4);
        assertThat(form.path("draft").isNull()).isTrue();

        example.as(MANAGER).get(form("MANAGER")).expect(200);
        example.as(MANAGER).get(form("SELF")).expect(403);
        example.as(ENGINEER).get(form("MANAGER")).expect(403);
        example.as(FIRST_PEER).get(form("PEER")).expect(403);
        example.as(STRANGER).get(form("SELF")).expect(403);
        example.as("hr").get(form("SELF")).expect(403);
    }

    @Test
    @Order(3)
    void savesOneDraftFromTwoTabsAndShowsALostRace() {
        var firstTab = example.as(ENGINEER);
        var secondTab = example.as(ENGINEER);
        save(firstTab, "SELF", "\"0\"", "{\"java\": {\"value\": 5, \"comment\": \"every day\"}}")
                .expect(200);
        save(secondTab, "SELF", "\"0\"", "{\"kafka\": {\"answer\": \"NOT_YET\"}}")
                .expect(200);
        save(firstTab, "SELF", "\"1\"", "{\"java\": {\"value\": 4, \"comment\": \"most days\"}}")
                .expect(200);

        JsonNode lost = save(secondTab, "SELF", "\"2\"", "{\"java\": {\"value\": 3, \"comment\": \"at times\"}}")
                .expect(412)
                .json();

        assertThat(lost.at("/conflicts/java/stored/comment").asString()).isEqualTo("most days");
        assertThat(lost.at("/conflicts/java/given/comment").asString()).isEqualTo("at times");
        JsonNode stored = firstTab.get(draft("SELF")).expect(200).json();
        assertThat(stored.at("/ratings/java/value").asDouble()).isEqualTo(4);
        assertThat(stored.at("/ratings/kafka/answer").asString()).isEqualTo("NOT_YET");
        save(example.as(STRANGER), "SELF", "\"0\"", "{}").expect(403);
        example.as(MANAGER).get(draft("SELF")).expect(404);
    }

    @Test
    @Order(4)
    void losesNothingWhenTheServiceIsKilled() {
        String before = example.as(ENGINEER).get(draft("SELF")).expect(200).body();

        installation.stack().kill(Part.ASSESSMENT);
        installation.stack().restart(Part.ASSESSMENT);

        eventually()
                .untilAsserted(() -> assertThat(example.as(ENGINEER)
                                .get(draft("SELF"))
                                .expect(200)
                                .body())
                        .isEqualTo(before));
    }

    @Test
    @Order(5)
    void tellsEverythingThatIsWrongAtOnceAndSubmitsOnce() {
        var api = example.as(ENGINEER);
        String etag = save(api, "SELF", "\"3\"", "{\"sql\": {\"value\": 9}}")
                .expect(200)
                .etag();
        JsonNode refused = submit(api, "SELF", etag).expect(422).json();
        assertThat(refused.path("errors").values())
                .extracting(error -> error.path("pointer").asString())
                .containsExactlyInAnyOrder("/ratings/sql/value", "/ratings/testing", "/ratings/mentoring");

        String whole = save(api, "SELF", etag, """
                        {"sql": {"value": 4}, "testing": {"answer": "NOT_SURE"}, "mentoring": {"answer": "DOES_NOT_APPLY"}}""").expect(200).etag();
        submit(api, "SELF", etag).expect(412);
        JsonNode review = submit(api, "SELF", whole).expect(201).json();
        self = REVIEWS + "/" + review.path("id").asString();

        submit(api, "SELF", whole).expect(404);
        save(api, "SELF", whole, "{\"java\": {\"value\": 1}}").expect(412);
        assertThat(review.path("ratings").values())
                .extracting(rating -> rating.path("answer").asString())
                .containsExactlyInAnyOrder("VALUE", "NOT_YET", "VALUE", "NOT_SURE", "DOES_NOT_APPLY");
        // two values, so two observations: the other answers are no 1
        eventually().untilAsserted(() -> assertThat(observations("hr")).hasSize(2));
    }

    @Test
    @Order(6)
    void correctsAndWithdrawsWithATrace() {
        var api = example.as(ENGINEER);
        String body = "{\"reason\": \"%s\", \"ratings\": [{\"skill\": \"java\", \"value\": 5}]}";
        api.send("PUT", self, body.formatted(""), Map.of("If-Match", "\"1\"")).expect(422);
        api.send("PUT", self, body.formatted("x"), Map.of()).expect(428);
        example.as(MANAGER)
                .send("PUT", self, body.formatted("x"), Map.of("If-Match", "\"1\""))
                .expect(403);
        api.send("PUT", self, body.formatted("I was too modest"), Map.of("If-Match", "\"1\""))
                .expect(200);
        api.send("PUT", self, body.formatted("too late"), Map.of("If-Match", "\"1\""))
                .expect(412);
        String other = REVIEWS + "/"
                + api.post(REVIEWS, example.review("SELF", Map.of("mentoring", 5)))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
        example.as(MANAGER)
                .post(other + "/withdrawal", Map.of("reason", "Not mine"))
                .expect(403);
        api.post(other + "/withdrawal", Map.of("reason", "Wrong skill")).expect(204);
        api.post(other + "/withdrawal", Map.of("reason", "Wrong skill")).expect(409);

        JsonNode corrected =
                example.as("hr").get(self + "/revisions").expect(200).json();
        assertThat(corrected.at("/items/0/reason").asString()).isEqualTo("I was too modest");
        assertThat(corrected.at("/items/0/by").asString())
                .isEqualTo(example.id(ENGINEER).toString());
        assertThat(corrected.at("/items/0/before/ratings").size()).isEqualTo(5);
        assertThat(example.as("hr")
                        .get(other + "/revisions")
                        .json()
                        .at("/items/0/change")
                        .asString())
                .isEqualTo("WITHDRAWN");
        example.as(STRANGER).get(self + "/revisions").expect(403);
        eventually().untilAsserted(() -> assertThat(mean("hr", "java", "")).isEqualTo(5));
    }

    @Test
    @Order(7)
    void keepsTheSelfReviewFromAManagerWhoHasBegun() {
        save(example.as(MANAGER), "MANAGER", "\"0\"", "{\"java\": {\"value\": 3}, \"sql\": {\"value\": 3}}")
                .expect(200);

        assertThat(matrixMean("java")).isNull();
        assertThat(mean(MANAGER, "java", "")).isNull();
        assertThat(mean(MANAGER, "java", "?asOf=" + LocalDate.now(ZoneOffset.UTC)))
                .isNull();
        assertThat(observations(MANAGER)).isEmpty();
        assertThat(example.as(MANAGER)
                        .get(REVIEWS + "?subject=" + example.id(ENGINEER))
                        .json()
                        .path("items"))
                .isEmpty();
        example.as(MANAGER).get(self).expect(403);
        example.as(MANAGER).get(self + "/revisions").expect(403);
        example.as(MANAGER).get(engineer + "/comparison").expect(409);
        example.as(MANAGER)
                .get("/api/assessments/proposals/" + example.id(ENGINEER))
                .expect(409);
        example.as(MANAGER)
                .send(
                        "POST",
                        engineer + "/decisions",
                        "{\"outcome\": \"CONFIRMED\", \"level\": \"mid\", \"reason\": \"I am sure.\"}",
                        Map.of("If-Match", "\"anything\""))
                .expect(409);
        assertThat(example.as(MANAGER)
                        .get(engineer + "/level")
                        .expect(200)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("UNRATED");
        assertThat(mean("hr", "java", "")).isEqualTo(5);
    }

    @Test
    @Order(8)
    void comparesOnceTheManagerHasSubmitted() {
        managers = REVIEWS + "/"
                + submit(example.as(MANAGER), "MANAGER", "\"1\"")
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();

        JsonNode java = line(example.as(MANAGER)
                .get(engineer + "/comparison")
                .expect(200)
                .json()
                .path("skills"));
        assertThat(java.at("/self/value").asDouble()).isEqualTo(5);
        assertThat(java.at("/managers/0/value").asDouble()).isEqualTo(3);
        assertThat(java.at("/managers/0/difference").asDouble()).isEqualTo(-2);
        assertThat(java.path("peers").isNull()).isTrue();
        example.as(MANAGER).get(self).expect(200);
        example.as(MANAGER)
                .get("/api/assessments/proposals/" + example.id(ENGINEER))
                .expect(200);
        example.as(STRANGER).get(engineer + "/comparison").expect(403);
        eventually().untilAsserted(() -> assertThat(matrixMean("java")).isBetween(3.0, 3.5));
        assertThat(matrixMean("java")).isEqualTo(mean("hr", "java", ""));
    }

    @Test
    @Order(9)
    void keepsPeersFromThePersonUntilTheThirdAnswers() {
        example.as(ENGINEER)
                .post("/api/assessments/review-requests", asking(ENGINEER))
                .expect(422); // nobody is their own peer
        example.as(ENGINEER)
                .post(REVIEWS, example.review("PEER", Map.of("testing", 5)))
                .expect(403);
        example.as(FIRST_PEER)
                .post(REVIEWS, example.review("PEER", Map.of("testing", 5)))
                .expect(403);
        example.as(ENGINEER)
                .post("/api/assessments/review-requests", asking(FIRST_PEER, SECOND_PEER, STRANGER))
                .expect(201);
        example.as(FIRST_PEER)
                .post(REVIEWS, example.review("PEER", Map.of("testing", 5)))
                .expect(201);
        example.as(FIRST_PEER)
                .post(REVIEWS, example.review("PEER", Map.of("testing", 5)))
                .expect(403); // twice
        example.as(SECOND_PEER)
                .post(
                        REVIEWS,
                        Map.of(
                                "subject",
                                example.id(ENGINEER),
                                "kind",
                                "PEER",
                                "framework",
                                example.framework(),
                                "observedOn",
                                DAY,
                                "ratings",
                                List.of(Map.of("skill", "testing", "value", 2, "workedLittle", true))))
                .expect(201);
        // 1 · 5 + ½ · 2
        eventually().untilAsserted(() -> assertThat(testing(MANAGER)).isCloseTo(4.0, within(1e-9)));

        assertThat(mean(ENGINEER, "testing", "")).isNull();
        JsonNode compared =
                example.as(ENGINEER).get(engineer + "/comparison").expect(200).json();
        assertThat(compared.path("skills").values())
                .extracting(skill -> skill.path("peers").isNull())
                .containsOnly(true);
        assertThat(kinds(ENGINEER)).doesNotContain("PEER");
        for (String reader : List.of(MANAGER, "hr")) {
            String reviews = example.as(reader)
                    .get(REVIEWS + "?kind=PEER&subject=" + example.id(ENGINEER))
                    .expect(200)
                    .body();
            assertThat(reviews)
                    .contains("\"testing\"")
                    .doesNotContain("5.0")
                    .doesNotContain(example.id(FIRST_PEER).toString());
        }

        example.as(STRANGER)
                .post(REVIEWS, example.review("PEER", Map.of("testing", 3)))
                .expect(201);

        eventually()
                .untilAsserted(() ->
                        assertThat(mean(ENGINEER, "testing", "")).isNotNull().isEqualTo(mean(MANAGER, "testing", "")));
        JsonNode peers = line(
                        example.as(ENGINEER)
                                .get(engineer + "/comparison")
                                .json()
                                .path("skills"),
                        "testing")
                .path("peers");
        assertThat(peers.path("count").asInt()).isEqualTo(3);
        assertThat(example.as(ENGINEER).get(engineer + "/explanation").body())
                .doesNotContain(example.id(FIRST_PEER).toString())
                .doesNotContain(example.id(STRANGER).toString());
    }

    @Test
    @Order(10)
    void answersWhatWasKnownWhenOfALateReview() {
        LocalDate then = DAY.minusDays(100);
        String asOf = "?asOf=" + then.plusDays(1);
        assertThat(mean(MANAGER, "mentoring", asOf)).isNull();
        beforeTheLateReview = Instant.now();

        JsonNode late = example.as(MANAGER)
                .post(
                        REVIEWS,
                        Map.of(
                                "subject",
                                example.id(ENGINEER),
                                "kind",
                                "MANAGER",
                                "framework",
                                example.framework(),
                                "observedOn",
                                then,
                                "ratings",
                                ratings(Map.of("mentoring", 2))))
                .expect(201)
                .json();
        eventually()
                .untilAsserted(
                        () -> assertThat(mean(MANAGER, "mentoring", asOf)).isEqualTo(2));
        beforeTheCorrection = Instant.now();
        example.as(MANAGER)
                .send(
                        "PUT",
                        REVIEWS + "/" + late.path("id").asString(),
                        "{\"reason\": \"Read my notes\", \"ratings\": [{\"skill\": \"mentoring\", \"value\": 4}]}",
                        Map.of("If-Match", "\"" + late.path("revision").asLong() + "\""))
                .expect(200);
        eventually()
                .untilAsserted(
                        () -> assertThat(mean(MANAGER, "mentoring", asOf)).isEqualTo(4));

        assertThat(mean(MANAGER, "mentoring", asOf + "&knownAt=" + beforeTheLateReview))
                .isNull();
        assertThat(mean(MANAGER, "mentoring", asOf + "&knownAt=" + beforeTheCorrection))
                .isEqualTo(2);
        assertThat(mean(MANAGER, "mentoring", "?asOf=" + then.minusDays(1))).isNull();
        JsonNode level = example.as(MANAGER)
                .get(engineer + "/level" + asOf + "&knownAt=" + beforeTheLateReview)
                .expect(200)
                .json();
        assertThat(level.path("knownAt").asString()).isEqualTo(beforeTheLateReview.toString());
        assertThat(level.path("verified").isNull()).isTrue();
        example.as(STRANGER).get(engineer + "/level" + asOf).expect(403);
    }

    @Test
    @Order(11)
    void takesACorrectionOfTheManagersReviewOnlyFromItsWriter() {
        String body = "{\"reason\": \"Hm\", \"ratings\": [{\"skill\": \"java\", \"value\": 1}]}";
        example.as(ENGINEER)
                .send("PUT", managers, body, Map.of("If-Match", "\"1\""))
                .expect(403);
        example.as("hr")
                .send("PUT", managers, body, Map.of("If-Match", "\"1\""))
                .expect(403);
    }

    @Test
    @Order(12)
    void theFormShowsLastRatingsAndEvidenceAndARatingSpeaksOfIt() {
        var api = example.as(ENGINEER);
        String evidence = api.post(
                        "/api/assessments/evidence",
                        Map.of(
                                "subject",
                                example.id(ENGINEER),
                                "kind",
                                "PROJECT",
                                "title",
                                "Billing",
                                "framework",
                                example.framework(),
                                "ratings",
                                ratings(Map.of("java", 4))))
                .expect(201)
                .json()
                .path("id")
                .asString();
        JsonNode java = line(api.get(form("SELF")).expect(200).json().path("skills"));
        assertThat(java.path("behaviours")).isNotEmpty();
        assertThat(java.at("/last/value").asDouble()).isEqualTo(5);
        assertThat(java.at("/evidence/0/title").asString()).isEqualTo("Billing");

        JsonNode review = api.post(
                        REVIEWS,
                        Map.of(
                                "subject",
                                example.id(ENGINEER),
                                "kind",
                                "SELF",
                                "framework",
                                example.framework(),
                                "ratings",
                                List.of(Map.of(
                                        "skill",
                                        "java",
                                        "value",
                                        4,
                                        "comment",
                                        "See the billing.",
                                        "evidence",
                                        List.of(evidence)))))
                .expect(201)
                .json();
        assertThat(review.at("/ratings/0/comment").asString()).isEqualTo("See the billing.");
        assertThat(review.at("/ratings/0/evidence/0").asString()).isEqualTo(evidence);
    }

    private Map<String, Object> asking(String... peers) {
        return Map.of(
                "subject",
                example.id(ENGINEER),
                "reviewers",
                Stream.of(peers).map(example::id).toList());
    }

    private String form(String kind) {
        return "/api/assessments/review-forms/" + example.id(ENGINEER) + "/" + kind;
    }

    private String draft(String kind) {
        return "/api/assessments/review-drafts/" + example.id(ENGINEER) + "/" + kind;
    }

    private Api.Answer save(Api api, String kind, String base, String ratings) {
        return api.send(
                "PATCH",
                draft(kind),
                "{\"framework\": \"%s\", \"ratings\": %s}".formatted(example.framework(), ratings),
                Map.of("If-Match", base));
    }

    private Api.Answer submit(Api api, String kind, String base) {
        return api.send("POST", draft(kind) + "/submission", null, Map.of("If-Match", base));
    }

    private List<JsonNode> observations(String reader) {
        return List.copyOf(example.as(reader)
                .get(engineer + "/observations")
                .expect(200)
                .json()
                .path("items")
                .values());
    }

    private List<String> kinds(String reader) {
        return example.as(reader).get(engineer + "/explanation").json().path("lines").values().stream()
                .flatMap(line -> line.path("inputs").values().stream())
                .map(input -> input.path("kind").asString())
                .toList();
    }

    /** The estimate as this reader gets it; null for none. */
    private @Nullable Double mean(String reader, String skill, String query) {
        JsonNode mean = line(
                        example.as(reader)
                                .get(engineer + "/explanation" + query)
                                .expect(200)
                                .json()
                                .path("lines"),
                        skill)
                .at("/estimate/mean");
        return mean.isNumber() ? mean.asDouble() : null;
    }

    private double testing(String reader) {
        Double mean = mean(reader, "testing", "");
        return mean == null ? Double.NaN : mean;
    }

    private static JsonNode line(JsonNode lines) {
        return line(lines, "java");
    }

    private static JsonNode line(JsonNode lines, String skill) {
        return lines.values().stream()
                .filter(line -> line.path("skill").asString().equals(skill))
                .findFirst()
                .orElseThrow();
    }

    private @Nullable Double matrixMean(String skill) {
        JsonNode matrix = example.as(MANAGER)
                .get("/api/assessments/teams/" + example.team + "/matrix")
                .expect(200)
                .json();
        int column = matrix.path("skills").values().stream()
                .map(one -> one.path("skill").asString())
                .toList()
                .indexOf(skill);
        int row = matrix.path("people").values().stream()
                .map(one -> one.path("engineer").asString())
                .toList()
                .indexOf(example.id(ENGINEER).toString());
        JsonNode mean = matrix.at("/people/%d/cells/%d/0".formatted(row, column));
        return mean.isNumber() ? mean.asDouble() : null;
    }
}
