package dev.skillladder.catalog.draft;

import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.framework.Frameworks;
import dev.skillladder.catalog.framework.Versions;
import dev.skillladder.catalog.repeat.RepeatedRequests;
import dev.skillladder.catalog.request.Preconditions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String document;
        if (given != null) {
            frameworks.createAndLock(framework, now, person);
            document = given;
        } else {
            frameworks.lock(framework);
            document = versions.get(framework, basedOn == null ? 0 : basedOn).document();
        }
        Draft draft = new Draft(ids.get(), framework, basedOn, 1, now, person, document);
        drafts.add(draft);
        frameworks.nameAfterDraft(framework, canonical.read(document).name());
        return new StartedDraft(draft.id(), framework, basedOn, now, Preconditions.etag(1));
    }
}
