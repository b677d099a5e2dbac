package dev.skillladder.catalog.impact;

import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.draft.Drafts;
import dev.skillladder.catalog.framework.Frameworks;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.framework.Versions;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.catalog.request.Preconditions;
import dev.skillladder.contract.Topics;
import dev.skillladder.contract.assessment.ImpactReported.State;
import dev.skillladder.contract.catalog.ImpactCancelled;
import dev.skillladder.contract.catalog.ImpactRequested;
import dev.skillladder.delivery.Event;
import dev.skillladder.delivery.Outbox;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks assessment-service what a draft would do, or to stop looking. */
@Component
class RequestImpact {

    private final Frameworks frameworks;
    private final Drafts drafts;
    private final Versions versions;
    private final ImpactRuns runs;
    private final CanonicalJson json;
    private final Outbox outbox;
    private final Supplier<UUID> ids;
    private final Clock clock;

    RequestImpact(
            Frameworks frameworks,
            Drafts drafts,
            Versions versions,
            ImpactRuns runs,
            CanonicalJson json,
            Outbox outbox,
            Supplier<UUID> ids,
            Clock clock) {
        this.frameworks = frameworks;
        this.drafts = drafts;
        this.versions = versions;
        this.runs = runs;
        this.json = json;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A new run, or the one of this revision that still goes on.
     *
     * @param ifMatch the draft's ETag; null for whatever it holds now
     */
    @Transactional
    Requested request(String framework, UUID id, @Nullable String ifMatch, String person) {
        frameworks.lock(framework);
        Draft draft = drafts.get(framework, id);
        Preconditions.check(ifMatch, draft.revision());
        int version = versions.newest(framework).map(PublishedVersion::version).orElse(0) + 1;
        Optional<ImpactRun> open = runs.newest(framework, id)
                .filter(run -> run.isOpen() && run.draftRevision() == draft.revision() && run.version() == version);
        return open.map(run -> new Requested(run, false))
                .orElseGet(() -> new Requested(start(draft, version, person), true));
    }

    /** The run ends after the batch it is in; ending what has ended changes nothing. */
    @Transactional
    void cancel(String framework, UUID draft, UUID id) {
        frameworks.lock(framework);
        ImpactRun run = runs.newest(framework, draft)
                .filter(newest -> newest.run().equals(id))
                .orElseThrow(() -> Refusal.notFound(
                        "impact-not-found", "Run %s is not the newest of draft %s.".formatted(id, draft)));
        if (run.isOpen()) {
            outbox.add(new Event(Topics.IMPACT_REQUESTS, id.toString(), ImpactCancelled.TYPE, new ImpactCancelled(id)));
        }
    }

    private ImpactRun start(Draft draft, int version, String person) {
        ImpactRun run = new ImpactRun(
                ids.get(),
                draft.id(),
                draft.revision(),
                version,
                State.WAITING,
                0,
                0,
                0,
                0,
                0,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                person,
                null,
                null);
        runs.add(draft.framework(), run);
        outbox.add(new Event(
                Topics.IMPACT_REQUESTS,
                run.run().toString(),
                ImpactRequested.TYPE,
                new ImpactRequested(
                        run.run(),
                        draft.framework(),
                        draft.id(),
                        draft.revision(),
                        version,
                        run.requestedAt(),
                        json.read(draft.document()))));
        return run;
    }

    /** A run, and whether it is a new one. */
    record Requested(ImpactRun run, boolean fresh) {}
}
