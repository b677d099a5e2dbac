package dev.skillladder.assessment.delegation;

import dev.skillladder.assessment.access.Access;
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

/** Delegations; HR sees all, everybody else those they gave or hold. */
@RestController
@RequestMapping("/api/assessments/delegations")
class DelegationController {

    private final DelegateReviews delegate;
    private final Delegations delegations;
    private final Access access;
    private final OnlyOnce onlyOnce;

    DelegationController(DelegateReviews delegate, Delegations delegations, Access access, OnlyOnce onlyOnce) {
        this.delegate = delegate;
        this.delegations = delegations;
        this.access = access;
        this.onlyOnce = onlyOnce;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Delegation delegate(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewDelegation given) {
        return onlyOnce.answer(
                caller, key, "delegations", given, Delegation.class, () -> delegate.delegate(caller, given));
    }

    @GetMapping
    Page<Delegation> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        UUID person = caller.hasRole("hr") ? null : access.requireEngineer(caller);
        return Page.of(
                delegations.page(person, Cursor.of(after), Page.limit(limit) + 1),
                limit,
                last -> new Cursor(last.createdAt(), last.id()));
    }

    @PostMapping("/{id}/end")
    Delegation end(Caller caller, @PathVariable UUID id, @RequestBody Reason given) {
        return delegate.end(caller, id, given.reason());
    }
}
