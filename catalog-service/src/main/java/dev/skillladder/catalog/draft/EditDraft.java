package dev.skillladder.catalog.draft;

import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.framework.Frameworks;
import dev.skillladder.catalog.request.Preconditions;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replaces or deletes a draft, if the caller has read its newest revision. */
@Component
class EditDraft {

    private final Frameworks frameworks;
    private final Drafts drafts;
    private final CanonicalJson json;
    private final Clock clock;

    EditDraft(Frameworks frameworks, Drafts drafts, CanonicalJson json, Clock clock) {
        this.frameworks = frameworks;
        this.drafts = drafts;
        this.json = json;
        this.clock = clock;
    }

    /** Replaces the document; returns the draft's next revision. */
    @Transactional
    Draft replace(String framework, UUID id, String ifMatch, FrameworkDocument document, String person) {
        Draft next = next(framework, id, ifMatch, json.write(document), person);
        drafts.replace(next);
        frameworks.nameAfterDraft(framework, document.name());
        return next;
    }

    /** Deletes the draft; its history stays. */
    @Transactional
    void delete(String framework, UUID id, String ifMatch, String person) {
        drafts.delete(next(framework, id, ifMatch, "", person));
    }

    private Draft next(String framework, UUID id, String ifMatch, String document, String person) {
        frameworks.lock(framework);
        Draft current = drafts.get(framework, id);
        Preconditions.check(ifMatch, current.revision());
        return new Draft(
                id,
                framework,
                current.basedOn(),
                current.revision() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                person,
                document);
    }
}
