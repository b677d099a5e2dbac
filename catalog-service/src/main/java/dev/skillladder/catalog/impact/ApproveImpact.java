package dev.skillladder.catalog.impact;

import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.draft.Drafts;
import dev.skillladder.catalog.framework.Frameworks;
import dev.skillladder.catalog.history.Entry;
import dev.skillladder.catalog.history.Happening;
import dev.skillladder.catalog.history.History;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.catalog.request.Preconditions;
import dev.skillladder.contract.assessment.ImpactReported.State;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A second curator agrees to what the draft, as it is now, would do. */
@Component
class ApproveImpact {

    private final Frameworks frameworks;
    private final Drafts drafts;
    private final ImpactRuns runs;
    private final History history;
    private final Clock clock;

    ApproveImpact(Frameworks frameworks, Drafts drafts, ImpactRuns runs, History history, Clock clock) {
        this.frameworks = frameworks;
        this.drafts = drafts;
        this.runs = runs;
        this.history = history;
        this.clock = clock;
    }

    /** @param ifMatch the draft's ETag as the curator read it; null approves whatever it holds now */
    @Transactional
    ImpactRun approve(String framework, UUID id, @Nullable String ifMatch, String person) {
        frameworks.lock(framework);
        Draft draft = drafts.get(framework, id);
        Preconditions.check(ifMatch, draft.revision());
        ImpactRun run = runs.newest(framework, id)
                .filter(found -> found.draftRevision() == draft.revision() && found.state() == State.DONE)
                .orElseThrow(() -> new Refusal(
                        HttpStatus.CONFLICT,
                        "impact-missing",
                        "There is nothing to approve yet: what revision %d of the draft would do is not known."
                                        .formatted(draft.revision())
                                + " Run it first: POST …/drafts/{draft}/impact."));
        if (person.equals(draft.updatedBy()) || person.equals(run.requestedBy())) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN,
                    "not-a-second-curator",
                    "You edited the draft last or asked for its impact. Somebody else has to approve it.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (runs.approve(run.run(), person, now)) {
            history.add(Entry.ofDraft(framework, Happening.APPROVED, id, draft.revision(), now, person), List.of());
        }
        return runs.newest(framework, id).orElseThrow();
    }
}
