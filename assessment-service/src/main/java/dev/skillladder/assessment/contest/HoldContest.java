package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.contest.Contest.End;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.problem.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds a contest for whoever wants to change it, and holds it open while they do. */
@Component
class HoldContest {

    private final KnownEngineers engineers;
    private final Contests contests;

    HoldContest(KnownEngineers engineers, Contests contests) {
        this.engineers = engineers;
        this.contests = contests;
    }

    /** To see first whether the caller may. */
    Contest find(Caller caller, UUID id) {
        Contest found = contests.find(id).orElse(null);
        if (found == null && caller.hasRole("hr")) {
            throw new NotFound("There is no contest with this id.");
        }
        if (found == null) {
            throw new NotAllowed("This contest is not yours to change.");
        }
        return found;
    }

    /** The same under the engineer's lock, as it is now; refuses one that ended. */
    Contest open(Contest found) {
        engineers.lock(List.of(found.engineer()));
        Contest locked = contests.find(found.id()).orElseThrow();
        End ended = locked.ended();
        if (ended != null) {
            throw new Conflict("This contest ended already: " + ended.outcome() + ".");
        }
        return locked;
    }
}
