package dev.skillladder.assessment.development;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.development.DevelopmentAction.Status;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.assessment.request.Reason;
import java.time.Clock;
import java.time.Instant;
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

/** Plans actions and changes them, each under the person's lock. */
@Component
class PlanActions {

    private final KnownEngineers engineers;
    private final CheckAction check;
    private final Actions actions;
    private final Access access;
    private final Clock clock;

    PlanActions(KnownEngineers engineers, CheckAction check, Actions actions, Access access, Clock clock) {
        this.engineers = engineers;
        this.check = check;
        this.actions = actions;
        this.access = access;
        this.clock = clock;
    }

    @Transactional
    DevelopmentAction plan(Caller caller, UUID engineer, NewAction given) {
        UUID by = access.requireEngineer(caller);
        engineers.lock(List.of(engineer));
        CheckAction.Checked checked = check.check(given, today());
        Instant now = now();
        DevelopmentAction action = new DevelopmentAction(
                UUID.randomUUID(),
                engineer,
                checked.framework(),
                checked.skills(),
                checked.kind(),
                checked.template(),
                checked.title(),
                checked.description(),
                checked.dueOn(),
                Status.OPEN,
                false,
                null,
                1,
                by,
                now,
                now);
        actions.add(action);
        return action;
    }

    @Transactional
    DevelopmentAction change(Caller caller, UUID engineer, UUID id, @Nullable String ifMatch, ChangedAction wanted) {
        UUID by = access.requireEngineer(caller);
        engineers.lock(List.of(engineer));
        DevelopmentAction action = of(engineer, id);
        IfMatch.require(ifMatch, action.revision());
        if (action.status().ended()) {
            throw new Conflict("This action is %s; plan a new one instead.".formatted(action.status()));
        }
        List<FieldError> errors = new ArrayList<>();
        String title = Objects.requireNonNullElse(wanted.title(), action.title());
        LocalDate dueOn = Objects.requireNonNullElse(wanted.dueOn(), action.dueOn());
        CheckAction.checkTitle(title, errors);
        CheckAction.checkDescription(wanted.description(), errors);
        if (!dueOn.equals(action.dueOn()) && dueOn.isBefore(today())) {
            errors.add(new FieldError("/dueOn", "Give a day from today on."));
        }
        String reason = Reason.check(wanted.reason(), errors);
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        String description = wanted.description() == null ? action.description() : wanted.description();
        Status status = wanted.status() == null ? action.status() : wanted.status();
        actions.change(action.changed(title.strip(), description, dueOn, status, now()), reason, by);
        return of(engineer, id);
    }

    DevelopmentAction of(UUID engineer, UUID id) {
        return actions.find(id, today())
                .filter(action -> action.engineer().equals(engineer))
                .orElseThrow(() -> new NotFound("This person has no development action with this id."));
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * What to change; what is left out stays.
     *
     * @param reason why, always needed
     */
    record ChangedAction(
            @Nullable String title,
            @Nullable String description,
            @Nullable LocalDate dueOn,
            @Nullable Status status,
            @Nullable String reason) {}
}
