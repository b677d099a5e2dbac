package dev.skillladder.assessment.impact;

import dev.skillladder.assessment.level.DraftLevels;
import dev.skillladder.assessment.level.DraftLevels.Comparison;
import dev.skillladder.assessment.level.DraftLevels.Draft;
import dev.skillladder.contract.assessment.ImpactReported.State;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works runs off, oldest first. A step is one transaction in one snapshot: it locks the run, looks at the next people and
 * says how far it came. So a crash loses a batch at most, a run that was cancelled ends after its batch, and no more than
 * a batch is in memory however many people there are.
 */
@Component
class RunImpacts {

    private static final Logger LOG = LoggerFactory.getLogger(RunImpacts.class);

    private static final int BATCH = 500;

    private final ImpactProgress runs;
    private final ConcernedPeople people;
    private final Findings findings;
    private final DraftLevels levels;
    private final JsonMapper json;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    /** The draft worked on last; compiling it again for every batch would take longer than the batch. */
    private volatile @Nullable Prepared prepared;

    RunImpacts(
            ImpactProgress runs,
            ConcernedPeople people,
            Findings findings,
            DraftLevels levels,
            JsonMapper json,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.people = people;
        this.findings = findings;
        this.levels = levels;
        this.json = json;
        this.clock = clock;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Scheduled(fixedDelayString = "${assessment.impact.every:1s}")
    void run() {
        boolean more;
        do {
            more = step();
        } while (more);
    }

    /** Whether there may be more to do at once. */
    boolean step() {
        return Boolean.TRUE.equals(snapshot.execute(_ -> {
            ImpactRun run = runs.lockNext().orElse(null);
            if (run == null) {
                return false;
            }
            if (runs.isGivenUp(run.id())) {
                runs.finish(run.id(), State.CANCELLED, null);
                return true;
            }
            Draft draft = prepare(run);
            if (draft != null) {
                advance(run, draft);
            }
            return true;
        }));
    }

    private void advance(ImpactRun run, Draft draft) {
        LocalDate day = run.asOf() == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : run.asOf();
        if (run.state() == State.WAITING) {
            runs.start(run.id(), day, people.count(run.framework(), day));
        }
        List<UUID> batch = people.after(run.reached(), BATCH, run.framework(), day);
        if (batch.isEmpty()) {
            runs.finish(run.id(), State.DONE, null);
            prepared = null;
            return;
        }
        List<Affected> found = compare(run, draft, batch, day);
        if (found != null) {
            findings.add(run.id(), found);
            runs.advance(run.id(), batch.getLast(), new Tally(batch.size(), found));
        }
    }

    private @Nullable List<Affected> compare(ImpactRun run, Draft draft, List<UUID> batch, LocalDate day) {
        Map<UUID, UUID> teams = people.teams(batch, day);
        try {
            return levels.compare(draft, batch, day).values().stream()
                    .map(comparison ->
                            affected(comparison, teams.get(comparison.before().engineer())))
                    .toList();
        } catch (DataAccessException passing) {
            throw passing;
        } catch (RuntimeException unusable) {
            fail(run, unusable);
            return null;
        }
    }

    private static Affected affected(Comparison comparison, @Nullable UUID team) {
        var before = comparison.before().result();
        var after = comparison.after();
        Change change = Change.between(before, after);
        return new Affected(
                comparison.before().engineer(),
                team,
                comparison.before().role(),
                change,
                before.verified(),
                after == null ? null : after.verified(),
                change == Change.UNCHANGED ? null : FindCause.of(comparison, change == Change.RISE));
    }

    private @Nullable Draft prepare(ImpactRun run) {
        Prepared ready = prepared;
        if (ready != null && ready.run().equals(run.id())) {
            return ready.draft();
        }
        FrameworkDocument document = json.readValue(runs.document(run.id()), FrameworkDocument.class);
        try {
            Draft draft = levels.prepare(run.framework(), document, run.version());
            prepared = new Prepared(run.id(), draft);
            return draft;
        } catch (DataAccessException passing) {
            throw passing;
        } catch (RuntimeException unusable) {
            fail(run, unusable);
            return null;
        }
    }

    /** Whatever an unfinished draft may lack: the run ends, and the next one can begin. */
    private void fail(ImpactRun run, RuntimeException unusable) {
        LOG.info("draft {} revision {} cannot be run", run.draft(), run.draftRevision(), unusable);
        runs.finish(
                run.id(),
                State.FAILED,
                "The draft cannot be computed with (%s). Its validation says what is wrong."
                        .formatted(unusable.getMessage()));
    }

    private record Prepared(UUID run, Draft draft) {}
}
