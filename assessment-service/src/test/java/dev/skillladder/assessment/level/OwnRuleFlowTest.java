package dev.skillladder.assessment.level;

import static dev.skillladder.assessment.ExampleFramework.BACKEND;
import static dev.skillladder.assessment.OtherServices.observed;
import static dev.skillladder.assessment.OtherServices.role;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.assessment.AssessmentTest;
import dev.skillladder.assessment.ExampleFramework;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A published version with a rule of its own: level, explanation, a past day and the what-if agree. */
class OwnRuleFlowTest extends AssessmentTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate DAY = LocalDate.parse("2026-10-01");

    @Test
    void levelsFollowThePublishedRule() throws IOException {
        var framework = ExampleFramework.freshId();
        others.publish(1, document(framework));
        var engineer = others.engineer(null, role(framework, BACKEND));
        others.observe(
                engineer,
                8,
                observed(
                        engineer,
                        Kind.MANAGER,
                        "m",
                        framework,
                        DAY,
                        at(DAY),
                        "java 4",
                        "sql 3",
                        "kafka 4",
                        "testing 4"),
                observed(engineer, Kind.PEER, "p", framework, DAY, at(DAY), "java 4", "sql 3", "kafka 4", "testing 4"));

        var level = body(engineer, "level");
        assertThat(level.get("verified").asString()).isEqualTo("mid");
        assertThat(level.get("possible").asString()).isEqualTo("senior");
        assertThat(level.get("state").asString()).isEqualTo("PROPOSE");
        assertThat(level.get("pLow").asDouble()).isEqualTo(1);
        assertThat(body(engineer, "level?asOf=2026-09-30").get("verified").isNull())
                .isTrue();
        assertThat(body(engineer, "level?asOf=2026-10-01&knownAt=2026-11-01T00:00:00Z")
                        .get("verified")
                        .asString())
                .isEqualTo("mid");

        var explanation = body(engineer, "explanation");
        assertThat(explanation.get("rule").asString()).isEqualTo("declarative");
        assertThat(explanation.get("tracks").get(0).get("verified").asString()).isEqualTo("mid");
        var sql = line(explanation.get("ruleLines"), "SKILL", "sql");
        assertThat(sql.get("sentence").get("en").asString())
                .isEqualTo("The rule reads text as 3 where 3 is asked: met.");
        var others = line(explanation.get("ruleLines"), "GROUP", "two-others");
        assertThat(others.get("inputs").size()).isEqualTo(3);
        assertThat(others.get("sentence").get("zh").asString()).startsWith("另外两项");
        assertThat(line(explanation.get("lines"), null, "java")
                        .get("sentence")
                        .get("en")
                        .asString())
                .contains("The rule reads text as 4");
    }

    /** The worked example's framework with the rule of docs/rules/mandatory-plus-k-of-n.md for both of its roles. */
    private static FrameworkDocument document(String framework) throws IOException {
        var page = Files.readString(Path.of("..", "docs", "rules", "mandatory-plus-k-of-n.md"));
        var block = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(page);
        assertThat(block.find()).isTrue();
        var rule = (ObjectNode) JSON.readTree(block.group(1)).at("/framework/rule");
        var tracks = (ArrayNode) rule.at("/definition/tracks");
        var second = (ObjectNode) tracks.get(0).deepCopy();
        tracks.add(second.put("id", "streaming").put("role", ExampleFramework.STREAMING));
        ObjectNode document = JSON.valueToTree(ExampleFramework.document(framework));
        document.set("rule", rule);
        return JSON.treeToValue(document, FrameworkDocument.class);
    }

    private JsonNode body(UUID engineer, String what) {
        var answer = get(tokenOf(engineer), "/api/assessments/engineers/" + engineer + "/" + what);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode line(JsonNode lines, @Nullable String part, String of) {
        for (var line : lines) {
            var about = part == null ? line.get("skill") : line.get("of");
            if (about.asString().equals(of)
                    && (part == null || line.get("part").asString().equals(part))) {
                return line;
            }
        }
        throw new AssertionError("no line about " + of);
    }

    private static Instant at(LocalDate day) {
        return Instant.parse(day + "T08:00:00Z");
    }
}
