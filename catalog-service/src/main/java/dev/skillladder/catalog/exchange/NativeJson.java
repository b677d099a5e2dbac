package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.catalog.request.StrictTrees;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The framework document itself, byte by byte the canonical JSON of what is stored. */
@Component
class NativeJson implements FrameworkReader, FrameworkWriter {

    private final CanonicalJson canonical;
    private final StrictTrees strict;

    NativeJson(CanonicalJson canonical, StrictTrees strict) {
        this.canonical = canonical;
        this.strict = strict;
    }

    @Override
    public Format format() {
        return Format.JSON;
    }

    @Override
    public void write(Exported exported, OutputStream file) throws IOException {
        file.write(exported.canonical().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void read(Upload upload, Sketch sketch, Reading reading) throws IOException {
        ObjectNode whole = (ObjectNode) canonical.tree(canonical.write(document(upload)));
        sketch.replace(whole);
        Elements.of(whole)
                .forEach((element, located) -> reading.found(element, Place.at(upload.name(), located.pointer())));
    }

    private FrameworkDocument document(Upload upload) throws IOException {
        try (InputStream content = upload.open()) {
            FrameworkDocument document = strict.read(content, FrameworkDocument.class);
            if (document == null) {
                throw Refusal.badRequest("unreadable-file", upload.name() + " holds null; send a framework document.");
            }
            return document;
        }
    }
}
