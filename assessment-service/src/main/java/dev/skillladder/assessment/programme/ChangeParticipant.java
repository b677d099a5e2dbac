package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.ChangedMeanwhile;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.programme.Participant.State;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.assessment.request.Reason;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a participant another mentor, or ends their programme. */
@Component
class ChangeParticipant {

    private final Participants participants;
    private final Mentors mentors;
    private final TellParticipants tell;
    private final Clock clock;

    ChangeParticipant(Participants participants, Mentors mentors, TellParticipants tell, Clock clock) {
        this.participants = participants;
        this.mentors = mentors;
        this.tell = tell;
        this.clock = clock;
    }

    @Transactional
    Participant change(Caller caller, UUID cohort, UUID engineer, @Nullable String ifMatch, ChangedParticipant wanted) {
        Participant before = participants
                .find(cohort, engineer)
                .orElseThrow(() -> new NotFound("This person is not in this cohort."));
        IfMatch.require(ifMatch, before.revision());
        if (before.state() != State.ACTIVE) {
            throw new Conflict("This person's programme is %s.".formatted(before.state()));
        }
        List<FieldError> errors = new ArrayList<>();
        mentors.check(wanted.mentor(), engineer, errors);
        String reason = Reason.check(wanted.reason(), errors);
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        Participant after = new Participant(
                cohort,
                engineer,
                wanted.mentor() == null ? before.mentor() : wanted.mentor(),
                Objects.requireNonNullElse(wanted.state(), before.state()),
                before.revision() + 1,
                before.admittedAt());
        if (!participants.change(
                after, reason, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw new ChangedMeanwhile(
                    "Somebody changed this at the same moment; read it again and repeat the change.");
        }
        if (after.state() == State.ACTIVE && !Objects.equals(before.mentor(), after.mentor())) {
            tell.mentor(after);
        }
        return after;
    }
}
