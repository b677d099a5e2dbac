package dev.skillladder.catalog.draft;

import dev.skillladder.catalog.difference.Differences;
import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.document.Documents;
import dev.skillladder.catalog.framework.Frameworks;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.framework.Versions;
import dev.skillladder.catalog.freshness.Freshness;
import dev.skillladder.catalog.repeat.RepeatedRequests;
import dev.skillladder.catalog.request.Preconditions;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts a draft from a document or a published version; the first draft creates the framework. */
@Component
class CreateDraft {

    private final Frameworks frameworks;
    private final Versions versions;
    private final Drafts drafts;
    private final RepeatedRequests repeats;
    private final CanonicalJson canonical;
    private final JsonMapper json;
    private final Supplier<UUID> ids;
    private final Clock clock;

    CreateDraft(
            Frameworks frameworks,
            Versions versions,
            Drafts drafts,
            RepeatedRequests repeats,
            CanonicalJson canonical,
            JsonMapper json,
            Supplier<UUID> ids,
            Clock clock) {
        this.frameworks = frameworks;
        this.versions = versions;
        this.drafts = drafts;
        this.repeats = repeats;
        this.canonical = canonical;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    StartedDraft create(String framework, DraftStart start, String person, @Nullable String key) {
        String document = start.document() == null ? null : canonical.write(start.document());
        String request = "POST drafts " + framework + "\n" + start.basedOn() + "\n" + document;
        return json.readValue(
                repeats.once(
                        person,
                        key,
                        request,
                        () -> json.writeValueAsString(store(framework, start.basedOn(), document, person))),
                StartedDraft.class);
    }

    private StartedDraft store(String framework, @Nullable Integer basedOn, @Nullable String given, String person) {
        FrameworkDocument document;
        if (given != null) {
            frameworks.createAndLock(framework, clock.instant(), person);
            document = canonical.read(given);
        } else {
            frameworks.lock(framework);
            document = Documents.continued(canonical.read(
                    versions.get(framework, basedOn == null ? 0 : basedOn).document()));
        }
        Draft draft = start(framework, basedOn, document, person);
        return new StartedDraft(draft.id(), framework, basedOn, draft.updatedAt(), Preconditions.etag(1));
    }

    /** Starts a draft from a document that was made from a version, or from none; the caller has locked the framework. */
    @Transactional(propagation = Propagation.MANDATORY)
    Draft start(String framework, @Nullable Integer basedOn, FrameworkDocument document, String person) {
        frameworks.requireActive(framework);
        Optional<PublishedVersion> base =
                basedOn == null ? versions.newest(framework) : Optional.of(versions.get(framework, basedOn));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Draft draft = new Draft(ids.get(), framework, basedOn, 1, now, person, withOwnMarks(document));
        JsonNode before = canonical.tree(base.map(PublishedVersion::document).orElse("{}"));
        drafts.add(draft, Differences.ofEdit(before, canonical.tree(draft.document())));
        frameworks.nameAfterDraft(framework, document.name());
        return draft;
    }

    private String withOwnMarks(FrameworkDocument document) {
        JsonNode texts = canonical.tree(canonical.write(document));
        return canonical.write(Documents.marked(document, Freshness.brought(texts)));
    }
}
