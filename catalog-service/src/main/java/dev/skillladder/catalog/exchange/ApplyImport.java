package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.document.Documents;
import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.draft.Drafts;
import dev.skillladder.catalog.draft.FillDraft;
import dev.skillladder.catalog.framework.Frameworks;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.framework.Versions;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.catalog.request.Preconditions;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the result of an import into a draft, all of it in one transaction. */
@Component
class ApplyImport {

    private final Imports imports;
    private final Frameworks frameworks;
    private final Versions versions;
    private final Drafts drafts;
    private final FillDraft fillDraft;
    private final CanonicalJson json;
    private final Clock clock;

    ApplyImport(
            Imports imports,
            Frameworks frameworks,
            Versions versions,
            Drafts drafts,
            FillDraft fillDraft,
            CanonicalJson json,
            Clock clock) {
        this.imports = imports;
        this.frameworks = frameworks;
        this.versions = versions;
        this.drafts = drafts;
        this.fillDraft = fillDraft;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Applies. The same content twice changes nothing the second time.
     *
     * @param skipRefused leave out what was refused instead of refusing all
     */
    @Transactional
    public Applied apply(String framework, UUID id, boolean skipRefused, @Nullable String ifMatch, String person) {
        Import found = imports.get(framework, id);
        if (found.counts().refused() > 0 && !skipRefused) {
            throw new Refusal(
                    HttpStatus.CONFLICT,
                    "rows-refused",
                    ("%d rows were refused. Repair the file and send it again, or apply with skipRefused=true to leave"
                                    + " them out.")
                            .formatted(found.counts().refused()));
        }
        String document = imports.document(id);
        Applied applied = found.base().draft() == null
                ? started(found, document, person)
                : replaced(found, found.base().draft(), document, ifMatch, person);
        if (applied.draft() != null) {
            imports.applied(id, applied.draft());
        }
        return applied;
    }

    private Applied replaced(Import found, UUID id, String document, @Nullable String ifMatch, String person) {
        String expected = Preconditions.required(ifMatch);
        frameworks.lock(found.framework());
        Draft draft = drafts.get(found.framework(), id);
        Preconditions.check(expected, draft.revision());
        if (draft.document().equals(document)) {
            return Applied.unchanged(draft);
        }
        if (!Objects.equals(found.base().revision(), draft.revision())) {
            throw outdated("The draft is at revision " + draft.revision() + " now.");
        }
        return Applied.changed(fillDraft.replace(found.framework(), id, expected, json.read(document), person));
    }

    private Applied started(Import found, String document, String person) {
        frameworks.createAndLock(found.framework(), clock.instant().truncatedTo(ChronoUnit.MICROS), person);
        Optional<PublishedVersion> newest = versions.newest(found.framework());
        if (newest.isPresent() && holds(newest.get().document(), document)) {
            return new Applied(false, false, null, newest.get().version(), null);
        }
        Optional<Draft> same = drafts.holding(found.framework(), document);
        if (same.isPresent()) {
            return Applied.unchanged(same.get());
        }
        Integer version = newest.map(PublishedVersion::version).orElse(null);
        if (!Objects.equals(found.base().version(), version)) {
            throw outdated("Version " + version + " was published meanwhile.");
        }
        return Applied.started(fillDraft.start(found.framework(), version, json.read(document), person));
    }

    /**
     * Whether what is stored says the same: documents written before the contract grew lack what is an empty list today,
     * and the mappings of a version are not those of the next.
     */
    private boolean holds(String stored, String document) {
        FrameworkDocument known = json.read(stored);
        return stored.equals(document)
                || json.write(known).equals(document)
                || json.write(Documents.continued(known)).equals(document);
    }

    private static Refusal outdated(String what) {
        return new Refusal(
                HttpStatus.CONFLICT,
                "import-outdated",
                what + " The preview no longer says what would change: send the file again.");
    }

    /**
     * What came of it.
     *
     * @param changed false if the draft, or the newest version, holds the same already
     * @param draft that holds the result; null if only a version does
     * @param version that holds the same already
     * @param etag of the draft
     */
    record Applied(
            boolean changed,
            boolean created,
            @Nullable UUID draft,
            @Nullable Integer version,
            @Nullable String etag) {

        static Applied unchanged(Draft draft) {
            return new Applied(false, false, draft.id(), null, Preconditions.etag(draft.revision()));
        }

        static Applied changed(Draft draft) {
            return new Applied(true, false, draft.id(), null, Preconditions.etag(draft.revision()));
        }

        static Applied started(Draft draft) {
            return new Applied(true, true, draft.id(), null, Preconditions.etag(draft.revision()));
        }
    }
}
