package dev.skillladder.assessment.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What docs/rules shows is what the service answers. */
class RulePagesTest extends AssessmentTest {

    private static final String PATH = "/api/assessments/evaluate";
    private static final Path PAGES = Path.of("..", "docs", "rules");
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void answersEveryPageAsItSays() throws IOException {
        var cases = JSON.createArrayNode();
        var expected = new ArrayList<JsonNode>();
        for (var page : pages()) {
            var blocks = BLOCK.matcher(Files.readString(page));
            assertThat(blocks.find()).isTrue();
            cases.add(JSON.readTree(blocks.group(1)));
            assertThat(blocks.find()).isTrue();
            expected.add(JSON.readTree(blocks.group(1)));
        }
        var answers = post(hr(), PATH, cases.toString());
        assertThat(answers.status()).as("%s", answers.body()).isEqualTo(200);
        for (var i = 0; i < expected.size(); i++) {
            var answer = answers.body().get(i);
            assertThat(answer.get("verified"))
                    .as("%s", answer)
                    .isEqualTo(expected.get(i).get("verified"));
            assertThat(answer.get("possible")).isEqualTo(expected.get(i).get("possible"));
            assertThat(answer.get("rule").asString()).isEqualTo("declarative");
        }
    }

    @Test
    void givesThePublishedLevelsOfMediumsSnowflake() throws IOException {
        var people = List.of(
                IntStream.range(0, 16).mapToObj(_ -> 1).toList(),
                List.of(1, 1, 1, 1),
                List.of(3, 3, 2, 2, 1, 1),
                List.of(4, 3, 3, 2, 2, 2, 1, 1),
                IntStream.range(0, 16).mapToObj(_ -> 5).toList());
        var cases = JSON.createArrayNode();
        for (var milestones : people) {
            cases.add(snowflake(milestones));
        }
        assertThat(verified(post(hr(), PATH, cases.toString()).body()))
                .containsExactly("1-3", "1-1", "2-1", "2-3", "5-3");
    }

    @Test
    void tellsWhereARuleDoesNotTypeCheck() throws IOException {
        var one = (ObjectNode) first("banded-average");
        ((ObjectNode) one.at("/framework/rule/definition/ratings/0")).remove("missing");
        ((ObjectNode) one.at("/framework/rule/definition/groups/0")).remove("rounding");
        var answer = post(hr(), PATH, one.toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(StreamSupport.stream(answer.body().get("errors").spliterator(), false)
                        .map(error -> error.get("pointer").asString()))
                .containsExactly(
                        "/framework/rule/definition/ratings/0/missing", "/framework/rule/definition/groups/0/rounding");
    }

    private static JsonNode snowflake(List<Integer> milestones) throws IOException {
        var one = (ObjectNode) first("points-ladder");
        var seen = (ArrayNode) one.get("observations");
        var template = (ObjectNode) seen.get(0);
        seen.removeAll();
        for (var i = 0; i < milestones.size(); i++) {
            var observation = template.deepCopy();
            observation.set("skill", one.at("/framework/skills/" + i + "/id"));
            observation.put("value", milestones.get(i));
            seen.add(observation);
        }
        return one;
    }

    private static List<String> verified(JsonNode answers) {
        return StreamSupport.stream(answers.spliterator(), false)
                .map(answer -> answer.get("verified").asString())
                .toList();
    }

    private static JsonNode first(String page) throws IOException {
        var blocks = BLOCK.matcher(Files.readString(PAGES.resolve(page + ".md")));
        assertThat(blocks.find()).isTrue();
        return JSON.readTree(blocks.group(1));
    }

    private static List<Path> pages() throws IOException {
        try (var files = Files.list(PAGES)) {
            return files.sorted().toList();
        }
    }
}
