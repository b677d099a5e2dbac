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

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The main job from an empty installation to a level in a matrix and a row in a report: one story in steps, each building
 * on those before. The numbers are those of the worked example in docs/levels.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class MainJob {

    private static final Offset<Double> SIX_DECIMALS = within(1e-6);

    private final WorkedExample example;
    private final String engineer;
    final Installation installation;

    MainJob(Installation installation) {
        this.installation = installation;
        this.example = new WorkedExample(installation, "");
        this.engineer = "/api/assessments/engineers/" + example.id(ENGINEER);
    }

    @Test
    @Order(1)
    void publishesTheFrameworkAndHiresPeople() throws IOException {
        assertThat(example.publish(example.document())).isEqualTo(1);
        example.hire();
        eventually()
                .untilAsserted(
                        () -> example.as(ENGINEER).get(engineer + "/level").expect(200));
    }

    @Test
    @Order(2)
    void publishingTheSameAgainChangesNothing() throws IOException {
        assertThat(example.publish(example.document())).isEqualTo(1);
    }

    @Test
    @Order(3)
    void takesTheReviewsOfEverybodyInvolvedAndOfNobodyElse() {
        var self = new LinkedHashMap<String, Integer>();
        self.put("java", 4);
        self.put("kafka", 5);
        self.put("sql", 4);
        self.put("mentoring", 4);
        example.as(ENGINEER)
                .post("/api/assessments/reviews", example.review("SELF", self))
                .expect(201);

        example.as(ENGINEER)
                .post(
                        "/api/assessments/review-requests",
                        Map.of(
                                "subject", example.id(ENGINEER),
                                "reviewers", List.of(example.id(FIRST_PEER), example.id(SECOND_PEER))))
                .expect(201);
        example.as(FIRST_PEER)
                .post(
                        "/api/assessments/reviews",
                        example.review("PEER", Map.of("java", 4, "kafka", 4, "sql", 4, "testing", 3)))
                .expect(201);
        example.as(SECOND_PEER)
                .post("/api/assessments/reviews", example.review("PEER", Map.of("java", 5, "kafka", 3, "testing", 4)))
                .expect(201);
        example.as(MANAGER)
                .post(
                        "/api/assessments/reviews",
                        example.review("MANAGER", Map.of("java", 4, "kafka", 4, "sql", 3, "testing", 4)))
                .expect(201);

        example.as(STRANGER)
                .post("/api/assessments/reviews", example.review("PEER", Map.of("java", 1)))
                .expect(403);
        example.as(STRANGER)
                .post("/api/assessments/reviews", example.review("MANAGER", Map.of("java", 1)))
                .expect(403);
    }

    @Test
    @Order(4)
    void takesEvidenceThatTheManagerVerifies() {
        String item = example.as(ENGINEER)
                .post(
                        "/api/assessments/evidence",
                        Map.of(
                                "subject",
                                example.id(ENGINEER),
                                "kind",
                                "PROJECT",
                                "title",
                                "Test harness of the billing system",
                                "framework",
                                example.framework(),
                                "observedOn",
                                DAY,
                                "ratings",
                                ratings(Map.of("testing", 4))))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String verification = "/api/assessments/evidence/" + item + "/verification";
        example.as(ENGINEER).post(verification, Map.of("reason", "I was there")).expect(403);
        example.as(MANAGER)
                .post(verification, Map.of("reason", "Read the code"))
                .expect(200, 201);
    }

    @Test
    @Order(5)
    void computesTheLevelOfTheWorkedExampleToSixDecimals() {
        eventually().untilAsserted(() -> assertThat(weight("testing")).isCloseTo(2.4, SIX_DECIMALS));
        JsonNode level = read(engineer + "/level?asOf=" + DAY);
        assertThat(level.path("verified").asString()).isEqualTo("mid");
        assertThat(level.path("possible").asString()).isEqualTo("senior");
        assertThat(level.path("state").asString()).isEqualTo("PROPOSE");
        assertThat(probability(level, "mid", "pLow")).isCloseTo(0.856429, SIX_DECIMALS);
        assertThat(probability(level, "mid", "pHigh")).isCloseTo(0.962218, SIX_DECIMALS);
        assertThat(probability(level, "senior", "pLow")).isCloseTo(0.314800, SIX_DECIMALS);
        assertThat(probability(level, "senior", "pHigh")).isCloseTo(0.533451, SIX_DECIMALS);
    }

    @Test
    @Order(6)
    void showsTheEstimatesInTheTeamsMatrix() {
        assertThat(estimate("java")).isCloseTo(4.260870, SIX_DECIMALS);
        assertThat(estimate("kafka")).isCloseTo(3.782609, SIX_DECIMALS);
        assertThat(estimate("sql")).isCloseTo(3.411765, SIX_DECIMALS);
        assertThat(estimate("testing")).isCloseTo(3.750000, SIX_DECIMALS);
        assertThat(weight("sql")).isCloseTo(1.7, SIX_DECIMALS);
        example.as(STRANGER).get(matrix()).expect(403);
    }

    @Test
    @Order(7)
    void explainsTheLevelInBothLanguagesWithoutNamingPeers() {
        String explanation = "/explanation?asOf=" + DAY;
        for (String reader : List.of(ENGINEER, MANAGER)) {
            assertThat(example.as(reader)
                            .get(engineer + explanation)
                            .expect(200)
                            .body())
                    .doesNotContain(example.id(FIRST_PEER).toString())
                    .doesNotContain(example.id(SECOND_PEER).toString());
        }
        // the person sees peers once there are three
        assertThat(example.as(MANAGER).get(engineer + explanation).body())
                .contains("同事")
                .contains("peers");
        example.as(STRANGER).get(engineer + "/explanation").expect(403);
    }

    @Test
    @Order(8)
    void countsEvidenceOfAnExternalProducerAsUnverifiedEvidence() {
        new EvidenceProducer(installation, example.framework())
                .send(example.id(ENGINEER), "certificate-4711", Map.of("kafka", 4), DAY);
        // one more active piece of evidence at half quality: 0.2 · 0.5 on top of 2.3
        eventually().untilAsserted(() -> assertThat(weight("kafka")).isCloseTo(2.4, SIX_DECIMALS));
    }

    @Test
    @Order(9)
    void letsThePersonsManagerConfirmAndNobodyElse() {
        var confirmation = Map.of(
                "outcome", "CONFIRMED", "level", "mid", "reason", "Two projects delivered alone", "validFrom", DAY);
        example.as(ENGINEER).post(engineer + "/decisions", confirmation).expect(403);
        example.as(STRANGER).post(engineer + "/decisions", confirmation).expect(403);
        example.as(MANAGER).post(engineer + "/decisions", confirmation).expect(428);
        var seen = example.as(MANAGER)
                .get("/api/assessments/proposals/" + example.id(ENGINEER))
                .expect(200);
        example.as(MANAGER)
                .send(
                        "POST",
                        engineer + "/decisions",
                        JsonMapper.shared().writeValueAsString(confirmation),
                        Map.of("If-Match", seen.etag()))
                .expect(201);
        JsonNode level = read(engineer + "/level?asOf=" + DAY);
        assertThat(level.path("confirmed").asString()).isEqualTo("mid");
        assertThat(level.path("state").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    @Order(10)
    void recomputesEverybodyWhenANewVersionIsPublished() throws IOException {
        ObjectNode stricter = example.document();
        stricter.at("/roles/0/requirements").forEach(requirement -> {
            if (requirement.path("level").asString().equals("mid")
                    && requirement.path("skill").asString().equals("testing")) {
                ((ObjectNode) requirement).put("proficiency", 4.5);
            }
            if (requirement.path("level").asString().equals("senior")
                    && requirement.path("skill").asString().equals("testing")) {
                ((ObjectNode) requirement).put("proficiency", 5);
            }
        });
        String draft = example.draft(stricter);
        String run = seeWhatItWouldDo(draft);
        example.as("hr").post(draft + "/approval", Map.of()).expect(403);
        example.as("cocurator").post(draft + "/approval", Map.of()).expect(200);
        assertThat(example.publish(draft)).isEqualTo(2);
        example.as("curator").get("/api/assessments/impacts/" + run + "/people").expect(403);
        eventually().untilAsserted(() -> {
            JsonNode level = read(engineer + "/level");
            assertThat(level.path("frameworkVersion").asInt()).isEqualTo(2);
            assertThat(level.path("verified").asString()).isEqualTo("junior");
            assertThat(level.path("confirmed").asString()).isEqualTo("mid");
        });
        // the day before the version existed still reads as it was
        assertThat(read(engineer + "/level?asOf=" + DAY)
                        .path("frameworkVersion")
                        .asInt())
                .isEqualTo(1);
    }

    /** One of three would fall: too many for one curator; answers the run. */
    private String seeWhatItWouldDo(String draft) {
        var curator = example.as("curator");
        assertThat(problem(curator.post(draft + "/publish", Map.of()).expect(409)))
                .endsWith("impact-missing");
        curator.post(draft + "/impact", Map.of()).expect(202);
        eventually()
                .untilAsserted(() -> assertThat(curator.get(draft + "/impact")
                                .json()
                                .path("state")
                                .asString())
                        .isEqualTo("DONE"));
        JsonNode impact = curator.get(draft + "/impact").json();
        assertThat(impact.path("falls").asInt()).isOne();
        assertThat(impact.path("total").asInt()).isEqualTo(3);
        JsonNode person = example.as("hr")
                .get(impact.path("details").asString() + "/people?change=FALL")
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(person.path("engineer").asString())
                .isEqualTo(example.id(ENGINEER).toString());
        assertThat(person.at("/cause/what").asString()).isEqualTo("ASKS_MORE");
        assertThat(person.at("/cause/skill").asString()).isEqualTo("testing");
        assertThat(problem(curator.post(draft + "/publish", Map.of()).expect(409)))
                .endsWith("second-curator-needed");
        curator.post(draft + "/approval", Map.of()).expect(403);
        return impact.path("run").asString();
    }

    private static String problem(Api.Answer answer) {
        return answer.json().path("type").asString();
    }

    @Test
    @Order(11)
    void exportsTheLevelReportForHrAlone() {
        String report = "/api/reports/levels?format=csv&team=" + example.team;
        example.as(MANAGER).get(report).expect(403);
        var answer = example.as("hr").get(report).expect(200);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/csv");
        assertThat(answer.body().lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line)
                        .contains("X-" + ENGINEER)
                        .contains("junior")
                        .contains("mid"));
    }

    private double weight(String skill) {
        return cell(skill, "weight");
    }

    private double estimate(String skill) {
        return cell(skill, "mean");
    }

    private String matrix() {
        return "/api/assessments/teams/" + example.team + "/matrix?asOf=" + DAY;
    }

    private double cell(String skill, String field) {
        JsonNode matrix = read(matrix());
        int column = position(matrix.path("skills"), "skill", skill);
        int person =
                position(matrix.path("people"), "engineer", example.id(ENGINEER).toString());
        List<String> fields = matrix.path("cellFields").values().stream()
                .map(JsonNode::asString)
                .toList();
        return matrix.path("people")
                .path(person)
                .path("cells")
                .path(column)
                .path(fields.indexOf(field))
                .asDouble();
    }

    private static int position(JsonNode list, String field, String value) {
        List<String> values =
                list.values().stream().map(one -> one.path(field).asString()).toList();
        assertThat(values).contains(value);
        return values.indexOf(value);
    }

    private static double probability(JsonNode level, String name, String field) {
        return StreamSupport.stream(level.path("levels").spliterator(), false)
                .filter(one -> one.path("level").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path(field)
                .asDouble();
    }

    private JsonNode read(String path) {
        return example.as(MANAGER).get(path).expect(200).json();
    }
}
