package dev.skillladder.assessment;

import dev.skillladder.contract.catalog.FrameworkDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The worked example's framework with the rule of docs/rules/mandatory-plus-k-of-n.md for both of its roles. */
public final class MatrixRule {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private MatrixRule() {}

    /** @param others how many skills beside the mandatory ones it asks for; the page says 2 */
    public static FrameworkDocument document(String framework, int others) throws IOException {
        var block = BLOCK.matcher(Files.readString(Path.of("..", "docs", "rules", "mandatory-plus-k-of-n.md")));
        if (!block.find()) {
            throw new IOException("the page has no example");
        }
        var rule = (ObjectNode) JSON.readTree(block.group(1)).at("/framework/rule");
        ((ObjectNode) rule.at("/definition/groups/1")).put("count", others);
        var tracks = (ArrayNode) rule.at("/definition/tracks");
        var second = (ObjectNode) tracks.get(0).deepCopy();
        tracks.add(second.put("id", "streaming").put("role", ExampleFramework.STREAMING));
        ObjectNode document = JSON.valueToTree(ExampleFramework.document(framework));
        document.set("rule", rule);
        return JSON.treeToValue(document, FrameworkDocument.class);
    }
}
