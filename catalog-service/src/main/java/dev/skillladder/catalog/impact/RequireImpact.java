package dev.skillladder.catalog.impact;

import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.catalog.publication.PublicationGate;
import dev.skillladder.contract.assessment.ImpactReported.State;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets a draft of a framework in use pass only if what it does to people was looked at: exactly this revision, against the
 * newest version, and by two curators if many would change.
 */
@Component
class RequireImpact implements PublicationGate {

    private final ImpactRuns runs;
    private final FrameworksInUse inUse;
    private final ImpactSettings settings;

    RequireImpact(ImpactRuns runs, FrameworksInUse inUse, ImpactSettings settings) {
        this.runs = runs;
        this.inUse = inUse;
        this.settings = settings;
    }

    @Override
    public void check(Draft draft, PublishedVersion newest) {
        if (!inUse.contains(draft.framework())) {
            return;
        }
        ImpactRun run = runs.newest(draft.framework(), draft.id())
                .filter(found -> found.draftRevision() == draft.revision() && found.version() == newest.version() + 1)
                .orElseThrow(() -> missing("People hold roles of this framework, and nobody has looked at what"
                        + " revision %d of the draft would do to them since version %d."
                                .formatted(draft.revision(), newest.version())));
        if (run.isOpen()) {
            throw refusal(
                    "impact-running",
                    "The impact of this draft is still being found out: %d of %d people. Publish when it is done."
                            .formatted(run.done(), run.total()));
        }
        if (run.state() != State.DONE) {
            throw missing("The last run of this draft ended as " + run.state() + ".");
        }
        if (run.changesMoreThan(settings.secondCuratorAbove()) && run.approvedBy() == null) {
            throw refusal(
                    "second-curator-needed",
                    ("The draft changes the level of %d of %d people, a larger share than %s. Another curator than %s and"
                                    + " %s has to approve it: POST …/drafts/%s/approval.")
                            .formatted(
                                    run.changed(),
                                    run.total(),
                                    settings.secondCuratorAbove(),
                                    draft.updatedBy(),
                                    run.requestedBy(),
                                    draft.id()));
        }
    }

    private static Refusal missing(String what) {
        return refusal("impact-missing", what + " Run it first: POST …/drafts/{draft}/impact.");
    }

    private static Refusal refusal(String name, String detail) {
        return new Refusal(HttpStatus.CONFLICT, name, detail);
    }
}
