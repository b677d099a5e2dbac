package dev.skillladder.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rules that docs/rules shows, published as versions with golden profiles: those of two other companies give the levels that they
 * state, the others what their pages say, at the edges too.
 */
class PublishedRulesStoryTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private final WorkedExample example = new WorkedExample(LocalInstallation.shared(), LocalInstallation.FILES);
    private final Api curator = example.as("curator");

    /** Milestones by track, and the level that Medium publishes for their points. */
    private static final Map<List<Integer>, String> SNOWFLAKE = Map.of(
            Collections.nCopies(16, 1), "1-3",
            Collections.nCopies(4, 1), "1-1",
            List.of(3, 3, 2, 2, 1, 1), "2-1",
            List.of(4, 3, 3, 2, 2, 2, 1, 1), "2-3",
            Collections.nCopies(16, 5), "5-3");

    /** Skills earned, worth 99, 150, 200, 220, 249, 1 and 80 points: just below and at the thresholds of SkillTree. */
    private static final Map<List<Integer>, String> SKILL_TREE = Map.of(
            List.of(0, 0, 0, 0, 0, 1, 0), "",
            List.of(1, 0, 0, 0, 0, 0, 0), "level-1",
            List.of(1, 1, 0, 0, 0, 0, 0), "level-2",
            List.of(1, 1, 1, 0, 0, 0, 0), "level-3",
            List.of(1, 1, 1, 1, 0, 0, 0), "level-4",
            List.of(1, 1, 1, 1, 1, 0, 0), "level-4",
            List.of(1, 1, 1, 1, 1, 1, 0), "level-5");

    @Test
    void mediumsSnowflake() throws IOException {
        holds("points-ladder", SNOWFLAKE);
    }

    @Test
    void skillTreesPercentages() throws IOException {
        holds("percentage-ladder", SKILL_TREE);
    }

    /** Java, sql, testing by a manager: exactly at the edges of the half-open bands 1.2, 1.8 and 2.5, and beside them. */
    private static final Map<List<Double>, String> BANDS = Map.of(
            List.of(1.0, 1.0, 2.0), "junior",
            List.of(1.0, 1.5, 1.0), "",
            List.of(2.0, 2.0, 1.0), "mid",
            List.of(2.0, 1.5, 1.5), "junior",
            List.of(3.0, 2.0, 2.0), "senior",
            List.of(3.0, 2.0, 1.5), "mid",
            List.of(3.5, 3.0, 1.5), "mid");

    /** Java, sql, design, coaching, speaking by a manager, of 15 points: craft counts 9 at most, people 6. */
    private static final Map<List<Double>, String> COVERAGE = Map.of(
            List.of(4.0, 2.0, 0.0, 0.0, 0.0), "mid",
            List.of(4.0, 1.0, 0.0, 0.0, 0.0), "",
            List.of(4.0, 4.0, 4.0, 0.0, 0.0), "mid",
            List.of(4.0, 4.0, 1.0, 2.0, 1.0), "mid",
            List.of(4.0, 4.0, 0.0, 2.0, 2.0), "senior",
            List.of(4.0, 4.0, 4.0, 2.0, 1.0), "mid");

    @Test
    void weightedAveragesInHalfOpenBands() throws IOException {
        holds("banded-average", BANDS);
    }

    @Test
    void weightedCoverageWithALeastAndAMostPerGroup() throws IOException {
        holds("weighted-coverage", COVERAGE);
    }

    /** As they stand: whoever reads a page can send it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "points-ladder",
                "percentage-ladder",
                "mandatory-plus-k-of-n",
                "weighted-coverage",
                "banded-average",
                "two-tracks"
            })
    void everyPageAnswersAsItSays(String page) throws IOException {
        var blocks = BLOCK.matcher(Files.readString(Path.of("../docs/rules", page + ".md")));
        assertThat(blocks.find()).isTrue();
        String sent = blocks.group(1);
        assertThat(blocks.find()).isTrue();
        JsonNode said = JSON.readTree(blocks.group(1));

        JsonNode answer = example.as("hr")
                .send("POST", "/api/assessments/evaluate", sent, Map.of())
                .expect(200)
                .json();

        assertThat(said.size()).isPositive();
        said.properties().forEach(part -> assertThat(answer.path(part.getKey())).isEqualTo(part.getValue()));
    }

    private void holds(String page, Map<? extends List<? extends Number>, String> oracle) throws IOException {
        ObjectNode shown = page(page);
        ObjectNode document = publishable(shown);
        oracle.forEach((values, level) -> addGolden(document, shown, values, level));
        String id = document.path("id").asString();
        ObjectNode wrong = document.deepCopy();
        ((ObjectNode) wrong.at("/goldenProfiles/0")).set("verified", anotherLevel(document));

        String draft = example.draft(wrong);
        assertThat(curator.post(draft + "/publish", Map.of()).expect(422).body())
                .as("a golden profile that fails")
                .contains("/goldenProfiles/0/verified");
        assertThat(example.publish(document)).isEqualTo(1);
        assertThat(curator.get("/api/catalog/frameworks/" + id + "/versions/1")
                        .expect(200)
                        .json()
                        .findPath("goldenProfiles")
                        .size())
                .as("they travel with the version")
                .isEqualTo(oracle.size());

        ArrayNode cases = JSON.createArrayNode();
        List<String> expected = new ArrayList<>();
        oracle.forEach((values, level) -> {
            ObjectNode one = cases.addObject();
            one.putObject("framework").put("id", id).put("version", 1);
            one.set("role", shown.path("role"));
            one.set("asOf", shown.path("asOf"));
            one.set("observations", observations(shown, values));
            expected.add(level);
        });
        Api.eventually().untilAsserted(() -> {
            JsonNode levels = example.as("hr")
                    .send("POST", "/api/assessments/evaluate", cases.toString(), Map.of())
                    .expect(200)
                    .json();
            assertThat(levels.values().stream()
                            .map(level -> level.path("verified").asString("")))
                    .containsExactlyElementsOf(expected);
            assertThat(levels.path(0).path("ruleLines").size())
                    .as("explained line by line")
                    .isPositive();
        });
    }

    private static JsonNode anotherLevel(ObjectNode document) {
        JsonNode right = document.at("/goldenProfiles/0/verified");
        return document.path("goldenProfiles").values().stream()
                .map(profile -> profile.path("verified"))
                .filter(level -> !level.equals(right))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode page(String page) throws IOException {
        var block = BLOCK.matcher(Files.readString(Path.of("../docs/rules", page + ".md")));
        assertThat(block.find()).isTrue();
        return (ObjectNode) JSON.readTree(block.group(1));
    }

    /** The page shows what matters to the rule; a version that is published has names and behaviours too. */
    private ObjectNode publishable(ObjectNode shown) throws IOException {
        JsonNode brief = shown.path("framework");
        ObjectNode document = example.document();
        JsonNode level = document.at("/ladders/0/levels/0");
        JsonNode skill = document.at("/skills/0");
        ObjectNode role = (ObjectNode) document.at("/roles/0").deepCopy();
        document.put("id", LocalInstallation.FILES + brief.path("id").asString());
        int min = brief.at("/scale/min").asInt(1);
        int max = brief.at("/scale/max").asInt(5);
        ObjectNode scale = document.putObject("scale")
                .put("min", min)
                .put("max", max)
                .put("step", brief.at("/scale/step").asDouble(0.5));
        ArrayNode steps = scale.putArray("steps");
        for (int step = min; step <= max; step++) {
            steps.addObject().put("value", step).set("name", named("step-" + step));
        }
        if (brief.has("categories")) {
            categories(document, brief);
        }
        ArrayNode skills = document.putArray("skills");
        brief.path("skills").forEach(one -> {
            ObjectNode whole =
                    ((ObjectNode) skill.deepCopy()).put("id", one.path("id").asString());
            whole.set("name", named(one.path("id").asString()));
            if (one.has("category")) {
                whole.set("category", one.path("category"));
            }
            ArrayNode behaviours = whole.putArray("behaviours");
            for (int step = min; step <= max; step++) {
                ObjectNode behaviour = behaviours.addObject().put("step", step).put("source", "editorial");
                behaviour.set("text", named("behaviour"));
            }
            skills.add(whole);
        });
        ObjectNode ladder = (ObjectNode) document.at("/ladders/0");
        ladder.set("id", brief.at("/ladders/0/id"));
        ArrayNode levels = ladder.putArray("levels");
        brief.at("/ladders/0/levels").forEach(one -> {
            ObjectNode whole =
                    ((ObjectNode) level.deepCopy()).put("id", one.path("id").asString());
            whole.set("name", named(one.path("id").asString()));
            levels.add(whole);
        });
        role.set("id", brief.at("/roles/0/id"));
        role.set("ladder", brief.at("/roles/0/ladder"));
        role.putArray("requirements");
        document.putArray("roles").add(role);
        document.set("rule", brief.path("rule"));
        return document;
    }

    private static void categories(ObjectNode document, JsonNode brief) {
        JsonNode category = document.at("/categories/0");
        ArrayNode categories = document.putArray("categories");
        brief.path("categories").forEach(one -> {
            ObjectNode whole =
                    ((ObjectNode) category.deepCopy()).put("id", one.path("id").asString());
            whole.set("name", named(one.path("id").asString()));
            if (one.has("parent")) {
                whole.set("parent", one.path("parent"));
            }
            categories.add(whole);
        });
    }

    private static void addGolden(ObjectNode document, ObjectNode shown, List<? extends Number> values, String level) {
        ArrayNode profiles = document.withArray("goldenProfiles");
        ObjectNode profile = profiles.addObject();
        profile.put("id", "profile-" + profiles.size());
        profile.set("name", named("profile " + profiles.size()));
        profile.set("role", shown.path("role"));
        profile.set("asOf", shown.path("asOf"));
        profile.set("observations", observations(shown, values));
        for (String which : List.of("verified", "possible")) {
            profile.put(which, level.isEmpty() ? null : level);
        }
    }

    private static ArrayNode observations(ObjectNode shown, List<? extends Number> values) {
        ArrayNode observations = shown.arrayNode();
        for (int i = 0; i < values.size(); i++) {
            ObjectNode one = ((ObjectNode) shown.at("/observations/0")).deepCopy();
            one.set("skill", shown.at("/framework/skills/" + i + "/id"));
            observations.add(one.put("value", values.get(i).doubleValue()));
        }
        return observations;
    }

    private static ObjectNode named(String name) {
        return JSON.createObjectNode().put("zh", name).put("en", name);
    }
}
