package dev.skillladder.catalog.impact;

import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.catalog.publication.PublicationGate;
import dev.skillladder.contract.assessment.ImpactReported.State;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Lets a draft pass only if what it does to people was looked at: exactly this revision, against the newest version, lately,
 * and by two curators if many would change. That nobody holds a role of the framework is only known where people are, so
 * it takes a run to say so too; not having heard of anybody is no answer.
 */
@Component
class RequireImpact implements PublicationGate {

    private final ImpactRuns runs;
    private final ImpactSettings settings;
    private final Clock clock;

    RequireImpact(ImpactRuns runs, ImpactSettings settings, Clock clock) {
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void check(Draft draft, PublishedVersion newest) {
        ImpactRun run = runs.newest(draft.framework(), draft.id())
                .filter(found -> found.draftRevision() == draft.revision() && found.version() == newest.version() + 1)
                .orElseThrow(() -> missing(
                        "Nobody has looked at what revision %d of the draft would do to people since version %d."
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
        if (run.requestedAt().isBefore(clock.instant().minus(settings.validFor()))) {
            throw missing("The last run of this draft began at %s, more than %s hours ago; people may have come since."
                    .formatted(run.requestedAt(), settings.validFor().toHours()));
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
