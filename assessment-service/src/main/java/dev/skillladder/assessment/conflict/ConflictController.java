package dev.skillladder.assessment.conflict;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.idempotency.OnlyOnce;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.Page;
import dev.skillladder.assessment.request.Reason;
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

/** Conflicts of interest; HR sees all, everybody else what they declared themselves. */
@RestController
@RequestMapping("/api/assessments/conflicts")
class ConflictController {

    private final DeclareConflict declare;
    private final ConflictsOfInterest conflicts;
    private final OnlyOnce onlyOnce;

    ConflictController(DeclareConflict declare, ConflictsOfInterest conflicts, OnlyOnce onlyOnce) {
        this.declare = declare;
        this.conflicts = conflicts;
        this.onlyOnce = onlyOnce;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ConflictOfInterest declare(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewConflict given) {
        return onlyOnce.answer(
                caller,
                key,
                "conflicts",
                given,
                ConflictOfInterest.class,
                () -> declare.declare(caller, given.subject(), given.reviewer(), given.reason()));
    }

    @GetMapping
    Page<ConflictOfInterest> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return Page.of(
                conflicts.page(caller.hasRole("hr") ? null : caller.subject(), Cursor.of(after), Page.limit(limit) + 1),
                limit,
                last -> new Cursor(last.declaredAt(), last.id()));
    }

    @PostMapping("/{id}/end")
    ConflictOfInterest end(Caller caller, @PathVariable UUID id, @RequestBody Reason given) {
        return declare.end(caller, id, given.reason());
    }

    /** Who must not review whom, and why. */
    record NewConflict(
            @Nullable UUID subject,
            @Nullable UUID reviewer,
            @Nullable String reason) {}
}
