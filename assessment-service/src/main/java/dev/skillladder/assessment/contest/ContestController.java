package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.idempotency.OnlyOnce;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes contests, lets the second person decide them, and shows them. */
@RestController
@RequestMapping("/api/assessments/contests")
class ContestController {

    private final OpenContest openContest;
    private final ReassignContest reassignContest;
    private final EndContest endContest;
    private final Contests contests;
    private final OnlyOnce onlyOnce;
    private final Access access;
    private final Clock clock;

    ContestController(
            OpenContest openContest,
            ReassignContest reassignContest,
            EndContest endContest,
            Contests contests,
            OnlyOnce onlyOnce,
            Access access,
            Clock clock) {
        this.openContest = openContest;
        this.reassignContest = reassignContest;
        this.endContest = endContest;
        this.contests = contests;
        this.onlyOnce = onlyOnce;
        this.access = access;
        this.clock = clock;
    }

    @Operation(
            summary = "Contests one line of the caller's own explanation",
            description = "Until a second person has decided, nobody can confirm or reject the caller's level.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Contest open(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewContest wanted) {
        UUID engineer = access.requireEngineer(caller);
        return onlyOnce.answer(
                caller, key, "contests", wanted, Contest.class, () -> openContest.open(engineer, wanted));
    }

    @PostMapping("/{id}/decision")
    Contest decide(Caller caller, @PathVariable UUID id, @RequestBody Verdict verdict) {
        return endContest.decide(caller, id, verdict);
    }

    @Operation(
            summary = "Gives a contest to another second person",
            description = "By HR or whom it went to, with a reason; the due day is kept or renewed.")
    @PostMapping("/{id}/reassignment")
    Contest reassign(Caller caller, @PathVariable UUID id, @RequestBody NewReassignment wanted) {
        return reassignContest.reassign(caller, id, wanted);
    }

    @PostMapping("/{id}/withdrawal")
    Contest withdraw(Caller caller, @PathVariable UUID id) {
        return endContest.withdraw(caller, id);
    }

    @GetMapping("/{id}")
    Contest contest(Caller caller, @PathVariable UUID id) {
        Contest contest = contests.find(id).orElse(null);
        if (contest == null) {
            access.requireRole(caller, "hr");
            throw new NotFound("There is no contest with this id.");
        }
        if (contest.assignedTo() == null || !caller.is(contest.assignedTo())) {
            access.requireRead(caller, contest.engineer());
        }
        return contest;
    }

    @Operation(
            summary = "Contests of an engineer, those the caller has to decide, or all of them for HR",
            description = "Newest first; overdue=true lists open ones whose due day has passed.")
    @GetMapping
    Page<Contest> contests(
            Caller caller,
            @RequestParam @Nullable UUID engineer,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        UUID toDecideBy = null;
        if (engineer != null) {
            access.requireRead(caller, engineer);
        } else if (!caller.hasRole("hr")) {
            toDecideBy = caller.engineer();
            if (toDecideBy == null) {
                throw new NotAllowed("Your account is not linked to an engineer, so nothing went to you.");
            }
        }
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        List<Contest> found = contests.page(
                engineer, toDecideBy, open, overdue ? today : null, Cursor.of(after), Page.limit(limit) + 1);
        return Page.of(found, limit, contest -> new Cursor(contest.openedAt(), contest.id()));
    }
}
