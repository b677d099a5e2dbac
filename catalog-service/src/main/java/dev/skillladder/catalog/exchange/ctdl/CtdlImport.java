package dev.skillladder.catalog.exchange.ctdl;

import dev.skillladder.catalog.exchange.Format;
import dev.skillladder.catalog.exchange.FrameworkReader;
import dev.skillladder.catalog.exchange.Reading;
import dev.skillladder.catalog.exchange.Sketch;
import dev.skillladder.catalog.exchange.Upload;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.catalog.problem.UnreadableTree;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON-LD document with a {@code @graph}, read node by node. Its context is not fetched: nothing outside is asked. */
@Component
class CtdlImport implements FrameworkReader {

    private final JsonMapper json;

    CtdlImport(JsonMapper json) {
        // nodes are read one by one: what follows each is the next
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    @Override
    public Format format() {
        return Format.CTDL;
    }

    @Override
    public void read(Upload upload, Sketch sketch, Reading reading) throws IOException {
        CtdlGraph graph = new CtdlGraph(upload.name(), sketch, reading);
        try (InputStream content = upload.open();
                JsonParser parser = json.createParser(content)) {
            nodes(parser, graph);
        } catch (JacksonException unreadable) {
            throw new UnreadableTree(unreadable);
        }
        if (graph.end() == 0 && reading.isEmpty()) {
            throw Refusal.badRequest(
                    "unreadable-file",
                    upload.name()
                            + " has no ceasn:Competency in its @graph. Export the framework with its competencies.");
        }
    }

    private void nodes(JsonParser parser, CtdlGraph graph) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean nodes = parser.currentName().equals("@graph");
            if (parser.nextToken() == JsonToken.START_ARRAY && nodes) {
                for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++) {
                    JsonNode node = json.readTree(parser);
                    graph.node(node, index);
                }
            } else {
                parser.skipChildren();
            }
        }
    }
}
