package dev.skillladder.endtoend;

import static dev.skillladder.endtoend.Api.eventually;
import static dev.skillladder.endtoend.WorkedExample.DAY;
import static dev.skillladder.endtoend.WorkedExample.ENGINEER;
import static dev.skillladder.endtoend.WorkedExample.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What curators do with a framework over the years, while people hold roles in it: one story in steps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CatalogStoryTest {

    private static final String PATCH = "application/json-patch+json";
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private final WorkedExample example = new WorkedExample(LocalInstallation.shared(), LocalInstallation.CATALOG);
    private final Api curator = example.as("curator");
    private final String framework = "/api/catalog/frameworks/" + example.framework();
    private final String engineer = "/api/assessments/engineers/" + example.id(ENGINEER);

    @Test
    @Order(1)
    void aPersonIsAssessedOnTheFirstVersion() throws IOException {
        assertThat(example.publish(example.document())).isEqualTo(1);
        example.hire();
        eventually()
                .untilAsserted(() -> example.as(MANAGER)
                        .post(
                                "/api/assessments/reviews",
                                example.review(
                                        "MANAGER",
                                        Map.of("java", 4, "kafka", 4, "sql", 3, "testing", 4, "mentoring", 2)))
                        .expect(201));
        eventually()
                .untilAsserted(
                        () -> assertThat(level().path("verified").asString()).isEqualTo("mid"));
    }

    @Test
    @Order(2)
    void oneFieldIsSavedAndItsTranslationMarked() {
        String draft = draft();
        String etag = curator.get(draft).etag();
        String rename = """
                [{"op": "replace", "path": "/skills/0/name/en", "value": "Java language"}]""";

        curator.send("PATCH", draft, rename, Map.of("Content-Type", PATCH)).expect(428);
        JsonNode saved = patch(draft, etag, rename).expect(200).json();
        assertThat(saved.at("/outOfDate/0/text").asString()).endsWith("/name");
        assertThat(saved.at("/outOfDate/0/language").asString()).isEqualTo("zh");
        patch(draft, etag, rename).expect(412);

        curator.post(draft + "/publish", Map.of("allFresh", true)).expect(422);
        JsonNode mark = curator.get(draft + "/diff?type=FRESHNESS_CHANGED")
                .expect(200)
                .json()
                .at("/items/0/sentence");
        assertThat(mark.path("en").asString())
                .isEqualTo("Skill “Java language”: the Chinese name is marked as out of date.");
        assertThat(mark.path("zh").asString()).isEqualTo("技能“Java 编程”的中文名称标为过期。");
        JsonNode change =
                curator.get(draft + "/diff?type=RENAMED").expect(200).json().at("/items/0");
        assertThat(change.path("type").asString()).isEqualTo("RENAMED");
        assertThat(change.at("/sentence/en").asString()).contains("Java language");
        assertThat(change.at("/sentence/zh").asString()).contains("Java language");
        for (String language : List.of("zh", "en")) {
            var page = curator.send("GET", draft + "/diff?lang=" + language, null, Map.of("Accept", "text/html"))
                    .expect(200);
            assertThat(page.body()).contains("<html lang=\"" + language).contains("Java language");
            assertThat(page.response().headers().allValues("Content-Security-Policy"))
                    .as("the gateway leaves the page its styles")
                    .singleElement()
                    .asString()
                    .contains("style-src 'unsafe-inline'");
        }

        String now = curator.get(draft).etag();
        curator.send(
                        "POST",
                        draft + "/fresh",
                        "{\"text\": \"" + saved.at("/outOfDate/0/text").asString() + "\"}",
                        Map.of("If-Match", now))
                .expect(200);
        JsonNode published = curator.post(draft + "/publish", Map.of("allFresh", true))
                .expect(201)
                .json();
        assertThat(published.path("version").asInt()).isEqualTo(2);
        assertThat(published.path("textOnly").asBoolean()).isTrue();
        assertThat(level().path("frameworkVersion").asInt())
                .as("texts alone move nobody")
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    void everyProblemIsListedBeforePublishing() {
        String draft = draft();
        patch(draft, curator.get(draft).etag(), """
                [{"op": "replace", "path": "/skills/0/name/zh", "value": ""},
                 {"op": "replace", "path": "/roles/0/requirements/0/skill", "value": "nowhere"},
                 {"op": "add", "path": "/goldenProfiles/-", "value": {
                   "id": "nobody", "name": {"zh": "无人", "en": "Nobody"}, "role": "developer", "asOf": "2026-11-01",
                   "observations": [], "verified": "senior", "possible": "senior"}}]""").expect(200);

        List<String> pointers = curator.get(draft + "/validation").json().path("problems").values().stream()
                .filter(problem -> problem.path("severity").asString().equals("ERROR"))
                .map(problem -> problem.path("pointer").asString())
                .toList();
        assertThat(pointers).contains("/skills/0/name/zh", "/roles/0/requirements/0/skill");
        curator.post(draft + "/publish", Map.of()).expect(422);
        curator.send(
                        "DELETE",
                        draft,
                        null,
                        Map.of("If-Match", curator.get(draft).etag()))
                .expect(204);
    }

    @Test
    @Order(4)
    void aReplacedSkillKeepsWhatWasSaidOfIt() {
        String draft = draft();
        ObjectNode document = (ObjectNode) curator.get(draft).json().path("document");
        Document.replaceSkill(document, "kafka", "event-streaming");
        Document.map(document, "REPLACE", List.of("kafka"), List.of("event-streaming"));
        save(draft, document);
        assertThat(curator.get(draft + "/diff").json().path("counts").has("REPLACED"))
                .isTrue();

        assertThat(publish(draft)).isEqualTo(3);
        eventually()
                .untilAsserted(() ->
                        assertThat(level().path("frameworkVersion").asInt()).isEqualTo(3));
        assertThat(level().path("verified").asString()).isEqualTo("mid");
        assertThat(example.as(MANAGER)
                        .get(engineer + "/explanation")
                        .expect(200)
                        .body())
                .as("where an input came from")
                .contains("event-streaming")
                .contains("kafka");
    }

    @Test
    @Order(5)
    void aSplitCopiesAndAMergeTakesWhatItsMappingSays() {
        String draft = draft();
        ObjectNode document = (ObjectNode) curator.get(draft).json().path("document");
        ObjectNode tuning = ((ObjectNode) document.at("/skills/2")).deepCopy().put("id", "query-tuning");
        Document.replaceSkill(document, "sql", "queries");
        ((ArrayNode) document.path("skills")).add(tuning);
        Document.map(document, "SPLIT", List.of("sql"), List.of("queries", "query-tuning"));
        Document.replaceSkill(document, "testing", "practice");
        Document.without(document, "mentoring");
        Document.map(document, "MERGE", List.of("testing", "mentoring"), List.of("practice"))
                .put("reducer", "LOWEST");
        save(draft, document);
        JsonNode counts = curator.get(draft + "/diff").json().path("counts");
        assertThat(counts.has("SPLIT") && counts.has("MERGED"))
                .as(counts.toString())
                .isTrue();

        publish(draft);
        eventually()
                .untilAsserted(() ->
                        assertThat(level().path("frameworkVersion").asInt()).isEqualTo(4));
        assertThat(mean("queries")).isEqualTo(3);
        assertThat(mean("query-tuning")).isEqualTo(3);
        assertThat(mean("practice"))
                .as("the lower of testing 4 and mentoring 2")
                .isEqualTo(2);
    }

    @Test
    @Order(6)
    void anOldResultOutlivesTenVersions() {
        String level = steady(engineer + "/level?asOf=" + DAY, "computedAt");
        String explanation = steady(engineer + "/explanation?asOf=" + DAY, "computedAt");
        String report = report();
        JsonNode then = example.as(MANAGER)
                .get(engineer + "/level?asOf=" + DAY)
                .expect(200)
                .json();
        assertThat(report.lines().filter(line -> line.contains("X-" + LocalInstallation.CATALOG + ENGINEER)))
                .as("the report names the version and the level of the day")
                .singleElement()
                .asString()
                .endsWith("," + then.path("frameworkVersion").asInt() + ",")
                .contains(then.path("verified").asString());

        for (int i = 0; i < 10; i++) {
            String draft = draft();
            patch(
                            draft,
                            curator.get(draft).etag(),
                            "[{\"op\": \"replace\", \"path\": \"/parameters/halfLifeDays\", \"value\": " + (400 + i)
                                    + "}]")
                    .expect(200);
            publish(draft);
        }
        eventually()
                .untilAsserted(() ->
                        assertThat(level().path("frameworkVersion").asInt()).isEqualTo(14));

        assertThat(steady(engineer + "/level?asOf=" + DAY, "computedAt")).isEqualTo(level);
        assertThat(steady(engineer + "/explanation?asOf=" + DAY, "computedAt")).isEqualTo(explanation);
        assertThat(report()).isEqualTo(report);
    }

    @Test
    @Order(7)
    void aFileReadTwiceChangesNothing() {
        for (String format :
                List.of("json", "csv&part=skills", "csv&part=behaviours", "csv&part=requirements", "case")) {
            String file = example.as(ENGINEER)
                    .get(framework + "/versions/14/export?format=" + format)
                    .expect(200)
                    .body();
            for (int i = 0; i < 2; i++) {
                JsonNode preview = curator.send(
                                "POST",
                                framework + "/imports?format=" + format,
                                file,
                                Map.of("Content-Type", "application/octet-stream"))
                        .expect(201)
                        .json();
                for (String outcome : List.of("added", "changed", "removed", "refused")) {
                    assertThat(preview.at("/counts/" + outcome).asInt())
                            .as("%s of %s", outcome, format)
                            .isZero();
                }
                assertThat(curator.post(
                                        framework + "/imports/"
                                                + preview.path("id").asString() + "/apply",
                                        Map.of())
                                .expect(200)
                                .json()
                                .path("changed")
                                .asBoolean())
                        .isFalse();
            }
        }
        example.as(ENGINEER)
                .send("POST", framework + "/imports?format=json", "{}", Map.of())
                .expect(403);
    }

    @Test
    @Order(8)
    void skillsAreFoundInEitherLanguageAndBySound() {
        for (String words : List.of("%E6%B6%88%E6%81%AF", "xiaoxi", "kavka", "Kafka")) {
            assertThat(example.as(ENGINEER)
                            .get("/api/catalog/skills?framework=" + example.framework() + "&q=" + words)
                            .expect(200)
                            .json()
                            .at("/items/0/id")
                            .asString())
                    .as(words)
                    .isEqualTo("event-streaming");
        }
    }

    @Test
    @Order(9)
    void otherCompaniesRulesAreEvaluated() throws IOException {
        curator.get("/api/catalog/rule-schema").expect(200);
        for (String page : List.of("points-ladder", "percentage-ladder", "mandatory-plus-k-of-n", "two-tracks")) {
            List<String> blocks = BLOCK.matcher(Files.readString(Path.of("../docs/rules", page + ".md")))
                    .results()
                    .map(block -> block.group(1))
                    .toList();
            JsonNode level = example.as(ENGINEER)
                    .send("POST", "/api/assessments/evaluate", blocks.get(0), Map.of())
                    .expect(200)
                    .json();
            JsonNode expected = JsonMapper.shared().readTree(blocks.get(1));
            assertThat(level.path("verified")).as(page).isEqualTo(expected.path("verified"));
            assertThat(level.path("possible")).as(page).isEqualTo(expected.path("possible"));
        }
    }

    @Test
    @Order(10)
    void historySaysWhoChangedWhat() {
        JsonNode history = curator.get(framework + "/history").expect(200).json();
        assertThat(history.at("/items/0/what").asString()).isEqualTo("PUBLISHED");
        assertThat(history.at("/items/0/by").asString()).isEqualTo("curator");
        assertThat(history.at("/items/1/changes/0/before").isMissingNode()).isFalse();
        example.as(ENGINEER).get(framework + "/history").expect(403);
    }

    @Test
    @Order(11)
    void aRetiredFrameworkStaysReadable() {
        curator.post(framework + "/retire", Map.of("reason", "Replaced by another one"))
                .expect(204);
        curator.post(framework + "/drafts", Map.of("basedOn", 14)).expect(409);
        curator.get(framework + "/versions/1").expect(200);
        assertThat(level().path("verified").asString())
                .as("what the merge made of it: practice 2 is too little for mid")
                .isEqualTo("junior");
        curator.post(framework + "/reactivate", Map.of("reason", "Needed again"))
                .expect(204);
    }

    private String draft() {
        return example.draftOfLatest();
    }

    private Api.Answer patch(String draft, String etag, String operations) {
        return curator.send("PATCH", draft, operations, Map.of("Content-Type", PATCH, "If-Match", etag));
    }

    private int publish(String draft) {
        return example.publishLooked(draft);
    }

    private void save(String draft, ObjectNode document) {
        ObjectNode body = document.objectNode();
        body.set("document", document);
        curator.send(
                        "PUT",
                        draft,
                        body.toString(),
                        Map.of("If-Match", curator.get(draft).etag()))
                .expect(200);
    }

    private double mean(String skill) {
        return example.as(MANAGER).get(engineer + "/explanation").expect(200).json().path("lines").values().stream()
                .filter(line -> line.path("skill").asString().equals(skill))
                .findFirst()
                .orElseThrow()
                .at("/estimate/mean")
                .asDouble();
    }

    private JsonNode level() {
        return example.as(MANAGER).get(engineer + "/level").expect(200).json();
    }

    private String steady(String path, String changing) {
        ObjectNode answer =
                (ObjectNode) example.as(MANAGER).get(path).expect(200).json();
        answer.remove(changing);
        return answer.toString();
    }

    /** Without its last column, when it was computed. */
    private String report() {
        return example.as("hr")
                .get("/api/reports/levels?format=csv&asOf=" + DAY + "&team=" + example.team)
                .expect(200)
                .body()
                .replaceAll(",[^,\r\n]*\r\n", "\r\n");
    }
}
