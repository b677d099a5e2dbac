package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.contest.Contest.Reassignment;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.request.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a contest to another second person. */
@Component
class ReassignContest {

    private final HoldContest hold;
    private final Contests contests;
    private final Reassignments reassignments;
    private final SecondPerson secondPerson;
    private final KnownEngineers engineers;
    private final TellSecondPerson tell;
    private final ContestSettings settings;
    private final Clock clock;

    ReassignContest(
            HoldContest hold,
            Contests contests,
            Reassignments reassignments,
            SecondPerson secondPerson,
            KnownEngineers engineers,
            TellSecondPerson tell,
            ContestSettings settings,
            Clock clock) {
        this.hold = hold;
        this.contests = contests;
        this.reassignments = reassignments;
        this.secondPerson = secondPerson;
        this.engineers = engineers;
        this.tell = tell;
        this.settings = settings;
        this.clock = clock;
    }

    /** By HR or whom it went to, never by the engineer who contests. */
    @Transactional
    Contest reassign(Caller caller, UUID id, NewReassignment wanted) {
        requireHrOrHolder(caller, hold.find(caller, id));
        Contest contest = hold.open(hold.find(caller, id));
        requireHrOrHolder(caller, contest);
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        LocalDate dueOn = Objects.requireNonNullElse(wanted.dueOn(), contest.dueOn());
        List<FieldError> errors = new ArrayList<>();
        UUID next = wanted.assignedTo();
        if (next == null || !mayDecide(next, contest, today)) {
            errors.add(new FieldError(
                    "/assignedTo",
                    "Name somebody else who works here, and who neither contests, nor rated the skill, nor decided the"
                            + " level, nor manages the person."));
        }
        checkDue(dueOn, wanted.dueOn(), today, errors);
        String reason = Reason.check(wanted.reason(), errors);
        if (!errors.isEmpty() || next == null) {
            throw new BadInput(errors);
        }
        reassignments.add(
                contest,
                new Reassignment(
                        next, dueOn, reason, caller.id(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
        Contest reassigned = contests.find(id).orElseThrow();
        tell.tell(reassigned);
        return reassigned;
    }

    private static void requireHrOrHolder(Caller caller, Contest contest) {
        boolean holds = caller.engineer() != null && caller.engineer().equals(contest.assignedTo());
        if (caller.is(contest.engineer()) || !(holds || caller.hasRole("hr"))) {
            throw new NotAllowed("A contest is given on by the second person it went to, or by HR.");
        }
    }

    private boolean mayDecide(UUID next, Contest contest, LocalDate today) {
        KnownEngineer known = engineers.find(List.of(next)).get(next);
        return known != null
                && known.active()
                && !next.equals(contest.engineer())
                && !next.equals(contest.assignedTo())
                && !secondPerson.involved(contest, today).contains(next);
    }

    private void checkDue(LocalDate dueOn, @Nullable LocalDate given, LocalDate today, List<FieldError> errors) {
        LocalDate last = today.plusDays(settings.within().toDays());
        if (dueOn.isBefore(today) || (given != null && given.isAfter(last))) {
            errors.add(new FieldError("/dueOn", "Give a last day from today to %s.".formatted(last)));
        }
    }
}
