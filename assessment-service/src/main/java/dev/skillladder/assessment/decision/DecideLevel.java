package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.decision.Decision.Outcome;
import dev.skillladder.assessment.decision.ShowProposal.Shown;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.level.ComputeLevels;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores a decision and what it makes of the level, in one transaction. */
@Component
class DecideLevel {

    private final KnownEngineers engineers;
    private final Levels levels;
    private final Decisions decisions;
    private final ShowProposal showProposal;
    private final FullReview fullReview;
    private final ComputeLevels compute;
    private final Clock clock;

    DecideLevel(
            KnownEngineers engineers,
            Levels levels,
            Decisions decisions,
            ShowProposal showProposal,
            FullReview fullReview,
            ComputeLevels compute,
            Clock clock) {
        this.engineers = engineers;
        this.levels = levels;
        this.decisions = decisions;
        this.showProposal = showProposal;
        this.fullReview = fullReview;
        this.compute = compute;
        this.clock = clock;
    }

    /**
     * Decides what the manager looked at.
     *
     * @param ifMatch its ETag
     */
    @Transactional
    public Decision decide(Caller caller, UUID manager, UUID engineer, @Nullable String ifMatch, NewDecision wanted) {
        engineers.lock(List.of(engineer));
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Shown shown = showProposal.to(caller, engineer, today).orElseThrow(DecideLevel::noRole);
        IfMatch.require(ifMatch, shown.etag());
        if (shown.view().frozen()) {
            throw new Conflict("The person contests a line of the explanation; decide once the second person has.");
        }
        PersonAt person = levels.at(List.of(engineer), wanted.day(today), null).get(engineer);
        if (person == null) {
            throw noRole();
        }
        NewDecision.Checked checked = wanted.check(
                person.result().levels().stream().map(LevelOutcome::level).toList(), today);
        if (shown.view().humanReviewOnly() && checked.outcome() == Outcome.CONFIRMED) {
            fullReview.require(manager, person, checked.level(), today);
        }
        Decision decision = decision(manager, person, shown.view(), checked);
        decisions.add(decision);
        compute.changed(List.of(engineer));
        return decision;
    }

    private Decision decision(UUID manager, PersonAt person, ProposalView seen, NewDecision.Checked checked) {
        boolean sameRole =
                seen.framework().equals(person.framework()) && seen.role().equals(person.role());
        boolean supported = checked.level().equals(person.result().verified())
                || (sameRole && checked.level().equals(seen.verified()));
        return new Decision(
                UUID.randomUUID(),
                person.engineer(),
                person.framework(),
                person.role(),
                checked.outcome(),
                checked.level(),
                checked.reason(),
                sameRole ? seen.state() : person.result().state(),
                sameRole ? seen.verified() : person.result().verified(),
                sameRole ? seen.proposed() : null,
                checked.outcome() == Outcome.CONFIRMED && !supported,
                manager,
                checked.validFrom(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Conflict noRole() {
        return new Conflict("This person has no role on that day; HR assigns one before a level can be decided.");
    }
}
