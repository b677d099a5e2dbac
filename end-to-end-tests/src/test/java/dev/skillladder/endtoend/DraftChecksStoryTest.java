package dev.skillladder.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Several drafts beside a version that never changes: what differs, and everything that is wrong, by kind and place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DraftChecksStoryTest {

    private final WorkedExample example = new WorkedExample(LocalInstallation.shared(), LocalInstallation.FILES);
    private final Api curator = example.as("curator");
    private final String framework = "/api/catalog/frameworks/" + LocalInstallation.FILES + "checked";
    private String published = "";

    @BeforeAll
    void aVersion() throws IOException {
        assertThat(example.publish(example.document().put("id", LocalInstallation.FILES + "checked")))
                .isEqualTo(1);
        published = curator.get(framework + "/versions/1").expect(200).body();
    }

    @Test
    @Order(1)
    void draftsStandSideBySide() {
        String one = draft();
        String other = draft();
        edit(one, "/name/en", "\"One\"");
        edit(other, "/name/en", "\"Other\"");

        assertThat(curator.get(one).json().at("/document/name/en").asString()).isEqualTo("One");
        assertThat(curator.get(other).json().at("/document/name/en").asString()).isEqualTo("Other");
        assertThat(curator.get(framework).expect(200).body())
                .contains(one.replaceFirst(".*/", ""), other.replaceFirst(".*/", ""));
        example.as("hr").get(one).expect(403);
        example.as("hr").post(framework + "/drafts", Map.of("basedOn", 1)).expect(403);
    }

    @Test
    @Order(2)
    void aDifferenceNamesEveryKindOfChange() {
        String draft = draft();
        ObjectNode document = document(draft);
        ObjectNode category = ((ObjectNode) document.at("/categories/0")).deepCopy();
        document.withArray("categories").add(category.put("id", "streams"));
        ((ObjectNode) document.at("/skills/1")).put("category", "streams");
        ((ObjectNode) document.at("/skills/0/name")).put("en", "Java language");
        ((ObjectNode) document.at("/skills/0/behaviours/2/text")).put("en", "Solves rare problems.");
        asked(document, "senior", "java").put("proficiency", 4.5);
        asked(document, "senior", "sql").put("proficiency", 3);
        asked(document, "senior", "kafka").put("importance", 9);
        Document.without(document, "mentoring");
        save(draft, document);

        JsonNode difference = curator.get(draft + "/diff").expect(200).json();
        assertThat(difference.path("counts").propertyNames())
                .contains(
                        "ADDED",
                        "REMOVED",
                        "MOVED",
                        "RENAMED",
                        "REWEIGHTED",
                        "REQUIREMENT_RAISED",
                        "REQUIREMENT_LOWERED",
                        "REQUIREMENT_REMOVED",
                        "BEHAVIOUR_CHANGED");
        difference.path("items").forEach(change -> {
            assertThat(change.at("/sentence/zh").asString()).isNotBlank();
            assertThat(change.at("/sentence/en").asString()).isNotBlank();
        });
        for (String language : List.of("zh", "en")) {
            assertThat(curator.send("GET", draft + "/diff?lang=" + language, null, Map.of("Accept", "text/html"))
                            .expect(200)
                            .body())
                    .contains("<html lang=\"" + language)
                    .doesNotContain("/skills/");
        }
    }

    @Test
    @Order(3)
    void everyProblemHasItsKindAndPlace() {
        String draft = draft();
        ObjectNode document = document(draft);
        ((ObjectNode) document.at("/skills/0/name")).put("zh", "");
        ((ObjectNode) document.at("/skills/0")).putArray("prerequisites").add("kafka");
        ((ObjectNode) document.at("/skills/1")).putArray("prerequisites").add("java");
        ((ObjectNode) document.at("/skills/2")).put("category", "nowhere");
        asked(document, "senior", "kafka").put("proficiency", 2);
        asked(document, "senior", "testing").put("mustHave", false);
        ((ObjectNode) document.path("parameters")).put("minWeight", 9);
        save(draft, document);
        assertThat(problems(draft))
                .containsEntry("text-missing", "/skills/0/name/zh")
                .containsEntry("unknown-category", "/skills/2/category")
                .containsKeys("prerequisite-cycle", "requirement-falls", "must-have-dropped", "level-unreachable");
        assertThat(curator.post(draft + "/publish", Map.of()).expect(422).body())
                .contains("/skills/0/name/zh", "/skills/2/category");

        String ruled = draft();
        edit(ruled, "/rule", """
                {"type": "declarative", "definition": {"ratings": [], "groups": [], "tracks": []}}""");
        assertThat(problems(ruled)).containsKey("rule-wrong");
        curator.post(ruled + "/publish", Map.of()).expect(422);
    }

    @Test
    @Order(4)
    void theVersionIsAsItWas() {
        curator.put(framework + "/versions/1", JsonMapper.shared().readTree(published))
                .expect(403, 404, 405);
        assertThat(curator.get(framework + "/versions/1").expect(200).body()).isEqualTo(published);
    }

    private String draft() {
        return framework
                + "/drafts/"
                + curator.post(framework + "/drafts", Map.of("basedOn", 1))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString();
    }

    private ObjectNode document(String draft) {
        return (ObjectNode) curator.get(draft).expect(200).json().path("document");
    }

    private void edit(String draft, String path, String value) {
        curator.send(
                        "PATCH",
                        draft,
                        "[{\"op\": \"replace\", \"path\": \"%s\", \"value\": %s}]".formatted(path, value),
                        Map.of(
                                "Content-Type",
                                "application/json-patch+json",
                                "If-Match",
                                curator.get(draft).etag()))
                .expect(200);
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

    private static ObjectNode asked(ObjectNode document, String level, String skill) {
        return (ObjectNode) document.at("/roles/0/requirements").values().stream()
                .filter(one -> one.path("level").asString().equals(level)
                        && one.path("skill").asString().equals(skill))
                .findFirst()
                .orElseThrow();
    }

    /** Kind → the first place it was found at. */
    private Map<String, String> problems(String draft) {
        return curator.get(draft + "/validation").expect(200).json().path("problems").values().stream()
                .collect(Collectors.toMap(
                        problem -> problem.path("code").asString(),
                        problem -> problem.path("pointer").asString(),
                        (first, _) -> first));
    }
}
