package dev.skillladder.assessment.delegation;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A manager who will be away names who reviews meanwhile, or takes it back. */
@Component
class DelegateReviews {

    private static final int LONGEST_DAYS = 366;

    private final Access access;
    private final KnownEngineers engineers;
    private final Delegations delegations;
    private final Clock clock;

    DelegateReviews(Access access, KnownEngineers engineers, Delegations delegations, Clock clock) {
        this.access = access;
        this.engineers = engineers;
        this.delegations = delegations;
        this.clock = clock;
    }

    @Transactional
    Delegation delegate(Caller caller, NewDelegation given) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        UUID manager = manager(caller, given.manager(), today);
        Delegation delegation = checked(caller, manager, given, now, today);
        delegations.add(delegation);
        return delegation;
    }

    /** The manager, the delegate or HR. */
    @Transactional
    Delegation end(Caller caller, UUID id, @Nullable String why) {
        Delegation found = delegations.find(id).orElseThrow(DelegateReviews::unknown);
        if (!caller.is(found.manager()) && !caller.is(found.delegate()) && !caller.hasRole("hr")) {
            throw new NotAllowed("Only the manager, the delegate and HR can end a delegation.");
        }
        String reason = Reason.required(why);
        if (!delegations.end(
                id, found.manager(), caller.subject(), reason, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw new Conflict("This delegation was ended already.");
        }
        return delegations.find(id).orElseThrow(DelegateReviews::unknown);
    }

    private UUID manager(Caller caller, @Nullable UUID named, LocalDate today) {
        if (named != null && !caller.is(named) && !caller.hasRole("hr")) {
            throw new NotAllowed("You can delegate your own reviews only.");
        }
        UUID manager = named == null ? access.requireEngineer(caller) : named;
        if (access.below(manager, today).isEmpty()) {
            throw new NotAllowed("Only somebody with people below them has reviews to delegate.");
        }
        return manager;
    }

    private Delegation checked(Caller caller, UUID manager, NewDelegation given, Instant now, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        UUID delegate = given.delegate();
        if (delegate == null || delegate.equals(manager) || !works(delegate)) {
            errors.add(new FieldError("/delegate", "Name somebody else who works here."));
        }
        LocalDate from = given.from() == null ? today : given.from();
        LocalDate to = given.to();
        if (to == null || to.isBefore(from) || to.isBefore(today) || to.isAfter(from.plusDays(LONGEST_DAYS))) {
            errors.add(new FieldError(
                    "/to",
                    "Name the last day, today or later, at most %d days after the first.".formatted(LONGEST_DAYS)));
        }
        if (!errors.isEmpty() || delegate == null || to == null) {
            throw new BadInput(errors);
        }
        return new Delegation(
                UUID.randomUUID(),
                manager,
                delegate,
                from,
                to,
                Reason.required(given.reason()),
                caller.subject(),
                now,
                null,
                null,
                null);
    }

    private boolean works(UUID person) {
        KnownEngineer known = engineers.find(List.of(person)).get(person);
        return known != null && known.active();
    }

    private static NotFound unknown() {
        return new NotFound("There is no delegation with this id.");
    }
}
