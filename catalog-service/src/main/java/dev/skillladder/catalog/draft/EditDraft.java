package dev.skillladder.catalog.draft;

import dev.skillladder.catalog.difference.Change;
import dev.skillladder.catalog.difference.Differences;
import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.document.Documents;
import dev.skillladder.catalog.framework.Frameworks;
import dev.skillladder.catalog.freshness.Freshness;
import dev.skillladder.catalog.history.Happening;
import dev.skillladder.catalog.patch.JsonPatch;
import dev.skillladder.catalog.request.Preconditions;
import dev.skillladder.catalog.request.StrictTrees;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.OutOfDate;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Changes or deletes a draft, if the caller has read its newest revision. */
@Component
class EditDraft {

    private final Frameworks frameworks;
    private final Drafts drafts;
    private final CanonicalJson json;
    private final StrictTrees strict;
    private final Clock clock;

    EditDraft(Frameworks frameworks, Drafts drafts, CanonicalJson json, StrictTrees strict, Clock clock) {
        this.frameworks = frameworks;
        this.drafts = drafts;
        this.json = json;
        this.strict = strict;
        this.clock = clock;
    }

    /** Replaces the document, but not its freshness marks, which follow from the edit; returns the next revision. */
    @Transactional
    Draft replace(String framework, UUID id, String ifMatch, FrameworkDocument document, String person) {
        return edited(current(framework, id, ifMatch), document, Happening.REPLACED, person);
    }

    /** Changes places of the document; returns the next revision. */
    @Transactional
    Draft patch(String framework, UUID id, String ifMatch, JsonNode patch, String person) {
        Draft current = current(framework, id, ifMatch);
        JsonNode patched = JsonPatch.apply(json.tree(current.document()), patch);
        return edited(current, strict.read(patched, FrameworkDocument.class), Happening.PATCHED, person);
    }

    /** Clears the marks of a text that still says the same in both languages; returns the next revision. */
    @Transactional
    Draft confirm(String framework, UUID id, String ifMatch, ConfirmedText text, String person) {
        Draft current = current(framework, id, ifMatch);
        FrameworkDocument document = json.read(current.document());
        JsonNode before = json.tree(current.document());
        text.requireIn(before);
        List<OutOfDate> left = document.outOfDate().stream()
                .filter(mark -> !mark.text().equals(text.text()))
                .toList();
        return stored(current, before, Documents.marked(document, left), Happening.CONFIRMED, person);
    }

    /** Deletes the draft; its history stays. */
    @Transactional
    void delete(String framework, UUID id, String ifMatch, String person) {
        drafts.delete(next(current(framework, id, ifMatch), "", person));
    }

    private Draft edited(Draft current, FrameworkDocument document, Happening what, String person) {
        JsonNode before = json.tree(current.document());
        List<OutOfDate> marks = Freshness.afterEdit(before, json.tree(json.write(document)));
        return stored(current, before, Documents.marked(document, marks), what, person);
    }

    private Draft stored(Draft current, JsonNode before, FrameworkDocument document, Happening what, String person) {
        Draft next = next(current, json.write(document), person);
        List<Change> changes = Differences.ofEdit(before, json.tree(next.document()));
        drafts.replace(next, what, changes);
        frameworks.nameAfterDraft(next.framework(), document.name());
        return next;
    }

    private Draft current(String framework, UUID id, String ifMatch) {
        frameworks.lock(framework);
        Draft current = drafts.get(framework, id);
        Preconditions.check(ifMatch, current.revision());
        return current;
    }

    private Draft next(Draft current, String document, String person) {
        return new Draft(
                current.id(),
                current.framework(),
                current.basedOn(),
                current.revision() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                person,
                document);
    }
}
