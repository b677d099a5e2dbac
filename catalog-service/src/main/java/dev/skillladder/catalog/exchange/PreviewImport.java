package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.document.Documents;
import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.draft.Drafts;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.framework.Versions;
import dev.skillladder.catalog.freshness.Freshness;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a file and says what it would change, changing nothing yet. */
@Component
class PreviewImport {

    /** Seconds a file waits for the one before it: each may take much of the heap, so they are read one by one. */
    private static final int PATIENCE = 20;

    private final Map<Format, FrameworkReader> readers = new EnumMap<>(Format.class);
    private final Semaphore one = new Semaphore(1, true);
    private final Drafts drafts;
    private final Versions versions;
    private final Imports imports;
    private final ImportRows rows;
    private final CanonicalJson json;
    private final TransactionTemplate transactions;
    private final Supplier<UUID> ids;
    private final Clock clock;

    PreviewImport(
            List<FrameworkReader> readers,
            Drafts drafts,
            Versions versions,
            Imports imports,
            ImportRows rows,
            CanonicalJson json,
            TransactionTemplate transactions,
            Supplier<UUID> ids,
            Clock clock) {
        readers.forEach(reader -> this.readers.put(reader.format(), reader));
        this.drafts = drafts;
        this.versions = versions;
        this.imports = imports;
        this.rows = rows;
        this.json = json;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores what the file would do.
     *
     * @param draft what it is compared with; null for the newest version
     */
    Import preview(String framework, Upload upload, @Nullable UUID draft, String person) throws IOException {
        if (!waited()) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "imports-busy",
                    "Other files are being read. Send this one again in a minute.");
        }
        try {
            return store(framework, upload, base(framework, draft), person);
        } finally {
            one.release();
        }
    }

    private boolean waited() {
        try {
            return one.tryAcquire(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Import store(String framework, Upload upload, Compared compared, String person) throws IOException {
        Sketch sketch = compared.document() == null ? Sketch.empty(framework) : Sketch.of(tree(compared.document()));
        Reading reading = new Reading();
        reader(upload.format()).read(upload, sketch, reading);
        ObjectNode before = compared.document() == null ? sketch.document().objectNode() : tree(compared.document());
        String result = marked(before, sketch, compared);
        refuseTooLarge(result);
        List<ImportRow> all = Comparison.of(before, (ObjectNode) json.tree(result), reading, upload.name());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Import stored = new Import(
                ids.get(),
                framework,
                upload.format().query(),
                upload.name(),
                compared.base(),
                Import.Counts.of(all),
                now,
                person,
                now.plus(Imports.KEPT),
                null);
        transactions.executeWithoutResult(status -> {
            imports.add(stored, result);
            rows.add(stored.id(), all);
        });
        return stored;
    }

    /** As an edit would leave it; only a whole framework that begins a draft brings marks of its own. */
    private String marked(ObjectNode before, Sketch sketch, Compared compared) {
        FrameworkDocument read = json.read(sketch.document());
        JsonNode after = json.tree(json.write(read));
        boolean brings = sketch.isReplaced() && compared.base().draft() == null;
        return json.write(
                Documents.marked(read, brings ? Freshness.brought(after) : Freshness.afterEdit(before, after)));
    }

    private ObjectNode tree(FrameworkDocument document) {
        return (ObjectNode) json.tree(json.write(document));
    }

    private FrameworkReader reader(Format format) {
        FrameworkReader reader = readers.get(format);
        if (reader == null) {
            throw Refusal.badRequest("bad-format", "Format " + format.query() + " cannot be read, only written.");
        }
        return reader;
    }

    private Compared base(String framework, @Nullable UUID id) {
        if (id != null) {
            Draft draft = drafts.get(framework, id);
            return new Compared(new Import.Base(id, draft.revision(), draft.basedOn()), json.read(draft.document()));
        }
        Optional<PublishedVersion> newest = versions.newest(framework);
        return new Compared(
                new Import.Base(
                        null, null, newest.map(PublishedVersion::version).orElse(null)),
                newest.map(version -> Documents.continued(json.read(version.document())))
                        .orElse(null));
    }

    private static void refuseTooLarge(String document) {
        if (document.getBytes(StandardCharsets.UTF_8).length > Topics.MAX_RECORD_BYTES) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "framework-too-large",
                    "With this file the framework is larger than the %d MB a framework may have. Import less."
                            .formatted(Topics.MAX_RECORD_BYTES / (1024 * 1024)));
        }
    }

    /** What a file is compared with. */
    private record Compared(Import.Base base, @Nullable FrameworkDocument document) {}
}
