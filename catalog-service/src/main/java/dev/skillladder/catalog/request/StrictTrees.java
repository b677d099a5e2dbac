package dev.skillladder.catalog.request;

import dev.skillladder.catalog.problem.UnreadableTree;
import java.io.InputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a tree that came in a body, or a file, as strictly as a body itself. */
@Component
public class StrictTrees {

    private final JsonMapper json;

    StrictTrees(JsonMapper json) {
        this.json = StrictJson.strict(json);
    }

    /** The value in the tree, or the problem that a body with it would have. */
    public <T> T read(JsonNode tree, Class<T> type) {
        try {
            return json.treeToValue(tree, type);
        } catch (JacksonException unreadable) {
            throw new UnreadableTree(unreadable);
        }
    }

    /** The value in a file, or the problem that a body with it would have. */
    public <T> T read(InputStream file, Class<T> type) {
        try {
            return json.readValue(file, type);
        } catch (JacksonException unreadable) {
            throw new UnreadableTree(unreadable);
        }
    }
}
