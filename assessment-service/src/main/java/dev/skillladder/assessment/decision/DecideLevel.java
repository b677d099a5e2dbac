package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.level.ComputeLevels;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores a decision and what it makes of the level, in one transaction. */
@Component
class DecideLevel {

    private final KnownEngineers engineers;
    private final Levels levels;
    private final Decisions decisions;
    private final ComputeLevels compute;
    private final Clock clock;

    DecideLevel(KnownEngineers engineers, Levels levels, Decisions decisions, ComputeLevels compute, Clock clock) {
        this.engineers = engineers;
        this.levels = levels;
        this.decisions = decisions;
        this.compute = compute;
        this.clock = clock;
    }

    @Transactional
    public Decision decide(UUID manager, UUID engineer, NewDecision wanted) {
        engineers.lock(List.of(engineer));
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        PersonAt person = levels.at(List.of(engineer), wanted.day(today), null).get(engineer);
        if (person == null) {
            throw new Conflict("This person has no role on that day; HR assigns one before a level can be decided.");
        }
        List<String> ladder =
                person.result().levels().stream().map(LevelOutcome::level).toList();
        NewDecision.Checked checked = wanted.check(ladder, today);
        Decision decision = new Decision(
                UUID.randomUUID(),
                engineer,
                person.framework(),
                person.role(),
                checked.outcome(),
                checked.level(),
                checked.reason(),
                manager,
                checked.validFrom(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        decisions.add(decision);
        compute.changed(List.of(engineer));
        return decision;
    }
}
