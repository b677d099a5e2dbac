package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.programme.Admission.Outcome;
import dev.skillladder.assessment.programme.Participant.State;
import dev.skillladder.assessment.request.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Admits or refuses a newcomer, once per check, and tells them. */
@Component
class DecideAdmission {

    private final KnownEngineers engineers;
    private final RunningCohorts cohorts;
    private final Admissions admissions;
    private final Participants participants;
    private final Mentors mentors;
    private final TellParticipants tell;
    private final Clock clock;

    DecideAdmission(
            KnownEngineers engineers,
            RunningCohorts cohorts,
            Admissions admissions,
            Participants participants,
            Mentors mentors,
            TellParticipants tell,
            Clock clock) {
        this.engineers = engineers;
        this.cohorts = cohorts;
        this.admissions = admissions;
        this.participants = participants;
        this.mentors = mentors;
        this.tell = tell;
        this.clock = clock;
    }

    @Transactional
    Admission decide(Caller caller, UUID id, NewAdmissionDecision given) {
        Admission admission = admissions.find(id).orElseThrow(() -> new NotFound("There is no check with this id."));
        Outcome outcome = given.outcome();
        List<FieldError> errors = new ArrayList<>();
        if (outcome == null) {
            errors.add(new FieldError("/outcome", "Say ADMITTED or REFUSED."));
        }
        String reason = Reason.check(given.reason(), errors);
        mentors.check(given.mentor(), admission.engineer(), errors);
        if (!errors.isEmpty() || outcome == null) {
            throw new BadInput(errors);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        engineers.lock(List.of(admission.engineer()));
        if (!admissions.decide(admission, outcome, reason, caller.subject(), now)) {
            throw new Conflict("This check was decided already; check the person again to decide anew.");
        }
        if (outcome == Outcome.ADMITTED) {
            cohorts.lock(admission.cohort(), LocalDate.ofInstant(now, ZoneOffset.UTC));
            Participant participant =
                    new Participant(admission.cohort(), admission.engineer(), given.mentor(), State.ACTIVE, 1, now);
            if (!participants.add(participant, reason, caller.subject())) {
                throw new Conflict("This person takes part in a programme already.");
            }
            tell.admitted(admission);
            tell.mentor(participant);
        } else {
            tell.refused(admission);
        }
        return admissions.find(id).orElseThrow();
    }
}
