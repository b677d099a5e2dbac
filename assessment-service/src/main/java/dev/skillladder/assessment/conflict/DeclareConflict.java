package dev.skillladder.assessment.conflict;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.conflict.ConflictOfInterest.DeclaredAs;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One of the two, or HR, says that a person must not review another, or that the reason for it is gone. */
@Component
class DeclareConflict {

    private final ConflictsOfInterest conflicts;
    private final KnownEngineers engineers;
    private final List<ConflictListener> listeners;
    private final Clock clock;

    DeclareConflict(
            ConflictsOfInterest conflicts, KnownEngineers engineers, List<ConflictListener> listeners, Clock clock) {
        this.conflicts = conflicts;
        this.engineers = engineers;
        this.listeners = listeners;
        this.clock = clock;
    }

    @Transactional
    ConflictOfInterest declare(Caller caller, @Nullable UUID subject, @Nullable UUID reviewer, @Nullable String why) {
        if (subject == null) {
            throw new BadInput("/subject", "Name the person who must not be reviewed.");
        }
        if (reviewer == null || reviewer.equals(subject)) {
            throw new BadInput("/reviewer", "Name the person who must not review, somebody else than the subject.");
        }
        DeclaredAs capacity = capacity(caller, subject, reviewer);
        String reason = Reason.required(why);
        if (engineers.lock(List.of(subject, reviewer)).size() < 2) {
            throw new BadInput("/reviewer", "Subject and reviewer must be people known here.");
        }
        var declared = new ConflictOfInterest(
                UUID.randomUUID(), subject, reviewer, caller.subject(), capacity, reason, now(), null, null, null);
        if (!conflicts.add(declared)) {
            throw new Conflict("A conflict of interest between the two is declared already.");
        }
        listeners.forEach(listener -> listener.declared(subject, reviewer, declared.declaredAt()));
        return declared;
    }

    /** HR ends any, everybody else those that they declared. */
    @Transactional
    ConflictOfInterest end(Caller caller, UUID id, @Nullable String why) {
        ConflictOfInterest found = conflicts.find(id).orElseThrow(DeclareConflict::unknown);
        if (!caller.hasRole("hr") && !found.declaredBy().equals(caller.subject())) {
            throw new NotAllowed("Only HR and the person who declared it can end this.");
        }
        if (!conflicts.end(id, found.subject(), caller.subject(), Reason.required(why), now())) {
            throw new Conflict("This was ended already.");
        }
        return conflicts.find(id).orElseThrow(DeclareConflict::unknown);
    }

    private static DeclaredAs capacity(Caller caller, UUID subject, UUID reviewer) {
        if (caller.is(reviewer)) {
            return DeclaredAs.REVIEWER;
        }
        if (caller.is(subject)) {
            return DeclaredAs.SUBJECT;
        }
        if (caller.hasRole("hr")) {
            return DeclaredAs.HR;
        }
        throw new NotAllowed("A conflict of interest is declared by one of the two people or by HR.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static NotFound unknown() {
        return new NotFound("There is no declared conflict with this id.");
    }
}
