package dev.skillladder.catalog.exchange.casepackage;

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
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A CFPackage, ours with everything it holds, or another system's with what fits. */
@Component
class CaseImport implements FrameworkReader {

    private final JsonMapper json;

    CaseImport(JsonMapper json) {
        this.json = json.rebuild()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    @Override
    public Format format() {
        return Format.CASE;
    }

    @Override
    public void read(Upload upload, Sketch sketch, Reading reading) throws IOException {
        CasePackage cfPackage = parse(upload);
        if (cfPackage == null || cfPackage.document() == null) {
            throw Refusal.badRequest("unreadable-file", upload.name() + " is no CFPackage: it has no CFDocument.");
        }
        if (cfPackage.document().extensions() != null
                && cfPackage.document().extensions().get(CaseNodes.EXTENSION) instanceof ObjectNode rest) {
            new OwnPackage(cfPackage, upload.name(), reading).into(sketch, rest);
        } else {
            new ForeignPackage(cfPackage, upload.name(), sketch, reading).take();
        }
    }

    private CasePackage parse(Upload upload) throws IOException {
        try (InputStream content = upload.open()) {
            return json.readValue(content, CasePackage.class);
        } catch (JacksonException unreadable) {
            throw new UnreadableTree(unreadable);
        }
    }
}
