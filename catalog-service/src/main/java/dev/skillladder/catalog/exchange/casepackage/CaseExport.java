package dev.skillladder.catalog.exchange.casepackage;

import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.exchange.Exported;
import dev.skillladder.catalog.exchange.Format;
import dev.skillladder.catalog.exchange.FrameworkWriter;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A framework as a CFPackage, written part by part. */
@Component
class CaseExport implements FrameworkWriter {

    private final CanonicalJson canonical;
    private final JsonMapper json;

    CaseExport(CanonicalJson canonical, JsonMapper json) {
        this.canonical = canonical;
        this.json = json;
    }

    @Override
    public Format format() {
        return Format.CASE;
    }

    @Override
    public void write(Exported exported, OutputStream file) {
        ObjectNode document = (ObjectNode) canonical.tree(exported.canonical());
        // the id in the document, so that identifiers stay when a package moves to another installation
        String framework = document.path("id").asString(exported.framework());
        PackageParts parts = new PackageParts(
                document, new CaseNodes(framework, exported.changedAt().toString()));
        try (JsonGenerator generator = json.createGenerator(file, JsonEncoding.UTF8)) {
            generator.writeStartObject();
            generator.writeName("CFDocument");
            json.writeValue(generator, parts.document());
            array(generator, "CFItems", parts.items());
            array(generator, "CFAssociations", parts.associations());
            array(generator, "CFRubrics", parts.rubrics());
            generator.writeEndObject();
        }
    }

    private void array(JsonGenerator generator, String name, Stream<ObjectNode> parts) {
        generator.writeName(name);
        generator.writeStartArray();
        parts.forEach(part -> json.writeValue(generator, part));
        generator.writeEndArray();
    }
}
