package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.idempotency.OnlyOnce;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.Page;
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

/** Takes managers' decisions and shows them. */
@RestController
@RequestMapping("/api/assessments/engineers/{engineer}/decisions")
class DecisionController {

    private final DecideLevel decideLevel;
    private final Decisions decisions;
    private final OnlyOnce onlyOnce;
    private final Access access;

    DecisionController(DecideLevel decideLevel, Decisions decisions, OnlyOnce onlyOnce, Access access) {
        this.decideLevel = decideLevel;
        this.decisions = decisions;
        this.onlyOnce = onlyOnce;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Decision decide(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewDecision wanted) {
        access.requireAbove(caller, engineer);
        UUID manager = access.requireEngineer(caller);
        return onlyOnce.answer(
                caller,
                key,
                "decisions of " + engineer,
                wanted,
                Decision.class,
                () -> decideLevel.decide(caller, manager, engineer, ifMatch, wanted));
    }

    @GetMapping
    Page<Decision> decisions(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRead(caller, engineer);
        List<Decision> found = decisions.page(engineer, Cursor.of(after), Page.limit(limit) + 1);
        return Page.of(found, limit, decision -> new Cursor(decision.recordedAt(), decision.id()));
    }
}
