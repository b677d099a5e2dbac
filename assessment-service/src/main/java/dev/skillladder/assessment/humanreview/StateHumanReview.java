package dev.skillladder.assessment.humanreview;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.level.ComputeLevels;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.request.Reason;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what the person or HR says; what a person asked for themselves, HR does not undo. */
@Component
class StateHumanReview {

    private final KnownEngineers engineers;
    private final HumanReviewOnly statements;
    private final ComputeLevels compute;
    private final Clock clock;

    StateHumanReview(KnownEngineers engineers, HumanReviewOnly statements, ComputeLevels compute, Clock clock) {
        this.engineers = engineers;
        this.statements = statements;
        this.compute = compute;
        this.clock = clock;
    }

    @Transactional
    HumanReviewStatement state(Caller caller, UUID engineer, NewHumanReviewStatement wanted) {
        List<FieldError> errors = new ArrayList<>();
        Boolean humanOnly = wanted.humanOnly();
        if (humanOnly == null) {
            errors.add(new FieldError("/humanOnly", "Say true or false."));
        }
        String reason = Reason.check(wanted.reason(), errors);
        if (humanOnly == null || !errors.isEmpty()) {
            throw new BadInput(errors);
        }
        engineers.lock(List.of(engineer));
        HumanReviewStatement before = statements.newest(engineer);
        if (before.humanOnly() == humanOnly) {
            return before;
        }
        boolean own = caller.is(engineer);
        if (!humanOnly && !own && Boolean.TRUE.equals(before.own())) {
            throw new Conflict("The person asked for this; only the person can take it back.");
        }
        HumanReviewStatement after = new HumanReviewStatement(
                engineer, humanOnly, own, reason, caller.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        statements.add(after);
        compute.changed(List.of(engineer));
        return after;
    }
}
