package dev.skillladder.assessment.exemption;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.exemption.Exemption.End;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.level.ComputeLevels;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores an exemption, or its early end, together with what that makes of the level. */
@Component
class GrantExemption {

    private final KnownEngineers engineers;
    private final Levels levels;
    private final KnownRules rules;
    private final Exemptions exemptions;
    private final ComputeLevels compute;
    private final Clock clock;

    GrantExemption(
            KnownEngineers engineers,
            Levels levels,
            KnownRules rules,
            Exemptions exemptions,
            ComputeLevels compute,
            Clock clock) {
        this.engineers = engineers;
        this.levels = levels;
        this.rules = rules;
        this.exemptions = exemptions;
        this.compute = compute;
        this.clock = clock;
    }

    @Transactional
    public Exemption grant(Caller caller, UUID engineer, NewExemption wanted) {
        engineers.lock(List.of(engineer));
        LocalDate today = today();
        PersonAt person = levels.at(List.of(engineer), wanted.day(today), null).get(engineer);
        if (person == null) {
            throw new Conflict("This person has no role on that day; HR assigns one before anything can be waived.");
        }
        NewExemption.Checked checked =
                wanted.check(rules.of(person.framework(), person.version()).skills(person.role()), today);
        Exemption exemption = new Exemption(
                UUID.randomUUID(),
                engineer,
                person.framework(),
                person.version(),
                checked.skill(),
                checked.from(),
                checked.until(),
                checked.reason(),
                caller.id(),
                now(),
                null);
        exemptions.add(exemption);
        compute.changed(List.of(engineer));
        return exemption;
    }

    /** Ends one early; what counted until then stays in the history. */
    @Transactional
    Exemption end(Caller caller, UUID engineer, UUID id, EndOfExemption wanted) {
        engineers.lock(List.of(engineer));
        LocalDate today = today();
        Exemption exemption = exemptions
                .find(engineer, id)
                .orElseThrow(() -> new NotFound("This person has no exemption with this id."));
        if (exemption.isOver(today)) {
            throw new Conflict("This exemption is over already.");
        }
        LocalDate lastDay = wanted.lastDay() == null ? today.minusDays(1) : wanted.lastDay();
        if (lastDay.isBefore(today.minusDays(1)) || !lastDay.isBefore(exemption.until())) {
            throw new BadInput(
                    "/lastDay", "The last day can be yesterday at the earliest, and lies before the day it would end.");
        }
        End end = new End(lastDay, Reason.required(wanted.reason()), caller.id(), now());
        exemptions.end(engineer, id, end);
        compute.changed(List.of(engineer));
        return exemption.endedBy(end);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
