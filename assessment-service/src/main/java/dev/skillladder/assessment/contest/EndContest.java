package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.contest.Contest.End;
import dev.skillladder.assessment.contest.Contest.Outcome;
import dev.skillladder.assessment.inbox.Inbox;
import dev.skillladder.assessment.inbox.NewNotice;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.inbox.NoticeKind;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.problem.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a contest: the second person decides it, or the engineer withdraws it. */
@Component
class EndContest {

    private final KnownEngineers engineers;
    private final Contests contests;
    private final SecondPerson secondPerson;
    private final Inbox inbox;
    private final Clock clock;

    EndContest(KnownEngineers engineers, Contests contests, SecondPerson secondPerson, Inbox inbox, Clock clock) {
        this.engineers = engineers;
        this.contests = contests;
        this.secondPerson = secondPerson;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** By whom it went to, or by HR; never by the engineer or somebody who had a part in what is contested. */
    @Transactional
    Contest decide(Caller caller, UUID id, Verdict verdict) {
        Contest contest = contests.find(id).orElseThrow(() -> unknown(caller));
        requireSecondPerson(caller, contest);
        Contest open = lockedAndOpen(contest);
        Verdict.Checked checked = verdict.check();
        return end(open, new End(checked.outcome(), checked.consequence(), checked.reason(), caller.id(), now()));
    }

    @Transactional
    Contest withdraw(Caller caller, UUID id) {
        Contest contest = contests.find(id).orElseThrow(() -> unknown(caller));
        if (!caller.is(contest.engineer())) {
            throw new NotAllowed("Only the engineer who contests can withdraw it.");
        }
        return end(lockedAndOpen(contest), new End(Outcome.WITHDRAWN, null, null, caller.id(), now()));
    }

    private void requireSecondPerson(Caller caller, Contest contest) {
        UUID self = caller.engineer();
        boolean assigned = self != null && self.equals(contest.assignedTo());
        boolean partial = caller.is(contest.engineer())
                || (self != null && involved(contest).contains(self));
        if (partial || !(assigned || caller.hasRole("hr"))) {
            throw new NotAllowed("A contest is decided by the second person it went to or by HR, and never by somebody"
                    + " who rated the skill or decided the level.");
        }
    }

    private Set<UUID> involved(Contest contest) {
        return secondPerson.involved(
                contest.engineer(),
                contest.framework(),
                contest.line().skill(),
                LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }

    private Contest lockedAndOpen(Contest contest) {
        engineers.lock(List.of(contest.engineer()));
        Contest locked = contests.find(contest.id()).orElseThrow();
        End ended = locked.ended();
        if (ended != null) {
            throw new Conflict("This contest ended already: " + ended.outcome() + ".");
        }
        return locked;
    }

    private Contest end(Contest contest, End end) {
        contests.end(contest, end);
        if (end.outcome() != Outcome.WITHDRAWN) {
            inbox.tell(new NewNotice(
                    contest.engineer(),
                    NoticeKind.CONTEST_DECIDED,
                    contest.engineer(),
                    new Target(Thing.CONTEST, contest.id().toString()),
                    Map.of(),
                    "contest-decided/" + contest.id()));
        }
        return contest.endedBy(end);
    }

    private static RuntimeException unknown(Caller caller) {
        return caller.hasRole("hr")
                ? new NotFound("There is no contest with this id.")
                : new NotAllowed("This contest is not yours to end.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
