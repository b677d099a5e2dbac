package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.problem.Conflict;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Cohorts that somebody can still join. */
@Component
class RunningCohorts {

    private final Cohorts cohorts;
    private final FollowProgress follow;

    RunningCohorts(Cohorts cohorts, FollowProgress follow) {
        this.cohorts = cohorts;
        this.follow = follow;
    }

    /** Locked; too late once the programme of this cohort is over. */
    Cohort lock(UUID id, LocalDate today) {
        Cohort cohort = cohorts.lock(id).orElseThrow(ShowProgramme::unknown);
        LocalDate end = cohort.startsOn().plusMonths(follow.programme(cohort).months());
        if (end.isBefore(today)) {
            throw new Conflict("The programme of this cohort ended on %s; open another cohort.".formatted(end));
        }
        return cohort;
    }
}
