package dev.skillladder.assessment.cycle;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.cycle.Cycle.State;
import dev.skillladder.assessment.cycle.CycleChange.What;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.assessment.request.Reason;
import dev.skillladder.assessment.reviewrequest.CycleRequests;
import dev.skillladder.assessment.reviewrequest.RemindReviewers;
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

/** HR edits, extends, closes and reopens a cycle; each change is kept with who, when and why. */
@Component
class ChangeCycle {

    private final CheckCycle check;
    private final Cycles cycles;
    private final CycleChanges changes;
    private final FillCycle fill;
    private final CloseCycle close;
    private final CycleRequests requests;
    private final RemindReviewers reminders;
    private final Clock clock;

    ChangeCycle(
            CheckCycle check,
            Cycles cycles,
            CycleChanges changes,
            FillCycle fill,
            CloseCycle close,
            CycleRequests requests,
            RemindReviewers reminders,
            Clock clock) {
        this.check = check;
        this.cycles = cycles;
        this.changes = changes;
        this.fill = fill;
        this.close = close;
        this.requests = requests;
        this.reminders = reminders;
        this.clock = clock;
    }

    @Transactional
    Cycle edit(Caller caller, UUID id, @Nullable String ifMatch, NewCycle given) {
        Cycle before = cycles.locked(id);
        IfMatch.require(ifMatch, before.revision());
        requireNotClosed(before);
        Instant now = now();
        Cycle after = check.check(id, completed(before, given), caller.subject(), now);
        if (before.state() == State.OPEN) {
            requireSame(before, after);
        }
        cycles.replace(after.in(before.state() == State.OPEN ? State.OPEN : after.state(), null), before.revision());
        cycles.choose(after);
        moved(before, after);
        return changed(
                id,
                What.EDITED,
                given.reason() == null ? null : Reason.required(given.reason()),
                caller.subject(),
                now);
    }

    /** Moves the last day, and the due day if it is named or was the last day. */
    @Transactional
    Cycle extend(Caller caller, UUID id, @Nullable String ifMatch, Extension given) {
        Cycle before = cycles.locked(id);
        IfMatch.require(ifMatch, before.revision());
        requireNotClosed(before);
        Instant now = now();
        Cycle after = until(before, given, now);
        String reason = Reason.required(given.reason());
        cycles.replace(after, before.revision());
        moved(before, after);
        return changed(id, What.EXTENDED, reason, caller.subject(), now);
    }

    @Transactional
    Cycle close(Caller caller, UUID id, @Nullable String ifMatch, @Nullable String why) {
        Cycle before = cycles.locked(id);
        IfMatch.requireIfGiven(ifMatch, before.revision());
        requireNotClosed(before);
        close.close(before, Reason.required(why), caller.subject(), now());
        return cycles.one(id);
    }

    /** What was missed can be answered again, by those who take part in no other cycle meanwhile. */
    @Transactional
    Cycle reopen(Caller caller, UUID id, @Nullable String ifMatch, Extension given) {
        Cycle before = cycles.locked(id);
        IfMatch.requireIfGiven(ifMatch, before.revision());
        if (before.state() != State.CLOSED) {
            throw new Conflict("This cycle is %s; only a closed one can be reopened.".formatted(before.state()));
        }
        Instant now = now();
        Cycle after = until(before, given, now).in(State.OPEN, null);
        String reason = Reason.required(given.reason());
        cycles.replace(after, before.revision());
        requests.reopened(id);
        requests.due(id, after.due());
        return changed(id, What.REOPENED, reason, caller.subject(), now);
    }

    /** Reminds everybody with open tasks, once per day. */
    @Transactional
    int remind(Caller caller, UUID id) {
        Cycle cycle = cycles.locked(id);
        if (cycle.state() != State.OPEN) {
            throw new Conflict(
                    "This cycle is %s; only in an open one is there something to do.".formatted(cycle.state()));
        }
        Instant now = now();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (!cycles.remind(id, today)) {
            throw new Conflict("Everybody was reminded today already.");
        }
        changes.add(cycle, What.REMINDED, null, caller.subject(), now);
        return reminders.everybody(id, today);
    }

    private Cycle changed(UUID id, What what, @Nullable String reason, String by, Instant now) {
        Cycle after = cycles.one(id);
        changes.add(after, what, reason, by, now);
        fill.fill(after, now);
        return cycles.one(id);
    }

    private void moved(Cycle before, Cycle after) {
        if (!before.due().equals(after.due())) {
            requests.due(before.id(), after.due());
        }
    }

    private static Cycle until(Cycle before, Extension given, Instant now) {
        LocalDate to = given.to();
        if (to == null) {
            throw new BadInput("/to", "Name the new last day.");
        }
        LocalDate due = Objects.requireNonNullElseGet(
                given.due(),
                () -> before.due().equals(before.to()) || before.due().isAfter(to) ? to : before.due());
        List<FieldError> errors = CheckCycle.period(before.from(), to, due, LocalDate.ofInstant(now, ZoneOffset.UTC));
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        return before.until(to, due);
    }

    /** The edit with the framework and first day it leaves out. */
    private static NewCycle completed(Cycle before, NewCycle given) {
        return new NewCycle(
                given.name(),
                Objects.requireNonNullElse(given.framework(), before.framework()),
                Objects.requireNonNullElse(given.frameworkVersion(), before.frameworkVersion()),
                Objects.requireNonNullElse(given.from(), before.from()),
                given.to(),
                given.due(),
                given.teams(),
                given.subteams(),
                given.roles(),
                given.people(),
                given.leftOut(),
                Objects.requireNonNullElse(given.self(), before.self()),
                Objects.requireNonNullElse(given.manager(), before.manager()),
                given.peers(),
                given.remindDaysBefore(),
                given.reason());
    }

    private static void requireSame(Cycle before, Cycle after) {
        List<FieldError> errors = new ArrayList<>();
        requireSame("/framework", before.framework(), after.framework(), errors);
        requireSame("/frameworkVersion", before.frameworkVersion(), after.frameworkVersion(), errors);
        requireSame("/from", before.from(), after.from(), errors);
        requireSame("/self", before.self(), after.self(), errors);
        requireSame("/manager", before.manager(), after.manager(), errors);
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
    }

    private static void requireSame(String pointer, Object before, Object after, List<FieldError> errors) {
        if (!before.equals(after)) {
            errors.add(new FieldError(
                    pointer, "This is %s and cannot change after the cycle has begun.".formatted(before)));
        }
    }

    private static void requireNotClosed(Cycle cycle) {
        if (cycle.state() == State.CLOSED) {
            throw new Conflict("This cycle is closed; reopen it first.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The new end of a cycle.
     *
     * @param due null: as it was, or the last day if it was that
     */
    record Extension(
            @Nullable LocalDate to,
            @Nullable LocalDate due,
            @Nullable String reason) {}
}
