package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Keeps an ability check, for a person to decide. */
@Component
class CheckNewcomer {

    private final KnownFrameworks frameworks;
    private final KnownEngineers engineers;
    private final RunningCohorts cohorts;
    private final Participants participants;
    private final Admissions admissions;
    private final CheckAbility ability;
    private final FollowProgress follow;
    private final Clock clock;

    CheckNewcomer(
            KnownFrameworks frameworks,
            KnownEngineers engineers,
            RunningCohorts cohorts,
            Participants participants,
            Admissions admissions,
            CheckAbility ability,
            FollowProgress follow,
            Clock clock) {
        this.frameworks = frameworks;
        this.engineers = engineers;
        this.cohorts = cohorts;
        this.participants = participants;
        this.admissions = admissions;
        this.ability = ability;
        this.follow = follow;
        this.clock = clock;
    }

    @Transactional
    Admission check(Caller caller, UUID id, NewCheck given) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        Cohort cohort = cohorts.lock(id, today);
        UUID engineer = given.engineer();
        if (engineer == null || engineers.lock(List.of(engineer)).isEmpty()) {
            throw new BadInput("/engineer", "Name somebody who is known here.");
        }
        JsonNode observations = given.observations();
        if (observations == null || !observations.isArray() || observations.isEmpty()) {
            throw new BadInput("/observations", "Give what was seen in the check, as for evaluate.");
        }
        LocalDate asOf = given.asOf() == null ? today : given.asOf();
        if (asOf.isAfter(today)) {
            throw new BadInput("/asOf", "A check was made today or earlier, not later.");
        }
        if (participants.find(id, engineer).isPresent()) {
            throw new Conflict("This person is in the cohort already.");
        }
        FrameworkDocument document = frameworks.document(cohort.framework(), cohort.frameworkVersion());
        CheckAbility.Result result = ability.check(document, follow.programme(cohort), observations, asOf);
        Admission admission = new Admission(
                UUID.randomUUID(),
                id,
                engineer,
                result.passed(),
                result.lines(),
                caller.subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null,
                null,
                null,
                null);
        if (!admissions.add(admission, observations)) {
            throw new Conflict("A check of this person waits for a decision; decide it first.");
        }
        return admission;
    }
}
