package dev.skillladder.assessment.exemption;

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

/** Grants, ends and shows exemptions of one person. */
@RestController
@RequestMapping("/api/assessments/engineers/{engineer}/exemptions")
class ExemptionController {

    private final GrantExemption grantExemption;
    private final Exemptions exemptions;
    private final OnlyOnce onlyOnce;
    private final Access access;

    ExemptionController(GrantExemption grantExemption, Exemptions exemptions, OnlyOnce onlyOnce, Access access) {
        this.grantExemption = grantExemption;
        this.exemptions = exemptions;
        this.onlyOnce = onlyOnce;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Exemption grant(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewExemption wanted) {
        access.requireAboveOrHr(caller, engineer);
        return onlyOnce.answer(
                caller,
                key,
                "exemptions of " + engineer,
                wanted,
                Exemption.class,
                () -> grantExemption.grant(caller, engineer, wanted));
    }

    @PostMapping("/{id}/end")
    Exemption end(
            Caller caller, @PathVariable UUID engineer, @PathVariable UUID id, @RequestBody EndOfExemption wanted) {
        access.requireAboveOrHr(caller, engineer);
        return grantExemption.end(caller, engineer, id, wanted);
    }

    @GetMapping
    Page<Exemption> exemptions(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRead(caller, engineer);
        List<Exemption> found = exemptions.page(engineer, Cursor.of(after), Page.limit(limit) + 1);
        return Page.of(found, limit, exemption -> new Cursor(exemption.recordedAt(), exemption.id()));
    }
}
