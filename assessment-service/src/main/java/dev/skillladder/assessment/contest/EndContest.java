package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.contest.Contest.End;
import dev.skillladder.assessment.contest.Contest.Outcome;
import dev.skillladder.assessment.inbox.Inbox;
import dev.skillladder.assessment.inbox.NewNotice;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.inbox.NoticeKind;
import dev.skillladder.assessment.problem.NotAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a contest: the second person decides it, or the engineer withdraws it. */
@Component
class EndContest {

    private final HoldContest hold;
    private final Contests contests;
    private final SecondPerson secondPerson;
    private final Inbox inbox;
    private final Clock clock;

    EndContest(HoldContest hold, Contests contests, SecondPerson secondPerson, Inbox inbox, Clock clock) {
        this.hold = hold;
        this.contests = contests;
        this.secondPerson = secondPerson;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** By whom it went to, or by HR; never by the engineer or somebody who had a part in what is contested. */
    @Transactional
    Contest decide(Caller caller, UUID id, Verdict verdict) {
        Contest contest = hold.find(caller, id);
        requireSecondPerson(caller, contest);
        Contest open = hold.open(contest);
        requireSecondPerson(caller, open); // it may have gone to somebody else meanwhile
        Verdict.Checked checked = verdict.check();
        return end(open, new End(checked.outcome(), checked.consequence(), checked.reason(), caller.id(), now()));
    }

    @Transactional
    Contest withdraw(Caller caller, UUID id) {
        Contest contest = hold.find(caller, id);
        if (!caller.is(contest.engineer())) {
            throw new NotAllowed("Only the engineer who contests can withdraw it.");
        }
        return end(hold.open(contest), new End(Outcome.WITHDRAWN, null, null, caller.id(), now()));
    }

    private void requireSecondPerson(Caller caller, Contest contest) {
        UUID self = caller.engineer();
        boolean assigned = self != null && self.equals(contest.assignedTo());
        boolean partial = caller.is(contest.engineer())
                || (self != null
                        && secondPerson
                                .involved(contest, LocalDate.now(clock.withZone(ZoneOffset.UTC)))
                                .contains(self));
        if (partial || !(assigned || caller.hasRole("hr"))) {
            throw new NotAllowed("A contest is decided by the second person it went to or by HR, and never by somebody"
                    + " who rated the skill or decided the level.");
        }
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
