package dev.skillladder.assessment.evidence;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.idempotency.OnlyOnce;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.assessment.request.Page;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/assessments/evidence")
class EvidenceController {

    private final SubmitEvidence submit;
    private final ChangeEvidence change;
    private final EvidenceItems items;
    private final Access access;
    private final OnlyOnce onlyOnce;

    EvidenceController(
            SubmitEvidence submit, ChangeEvidence change, EvidenceItems items, Access access, OnlyOnce onlyOnce) {
        this.submit = submit;
        this.change = change;
        this.items = items;
        this.access = access;
        this.onlyOnce = onlyOnce;
    }

    @PostMapping
    ResponseEntity<Evidence> submit(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewEvidence given) {
        Evidence item =
                onlyOnce.answer(caller, key, "evidence", given, Evidence.class, () -> submit.submit(caller, given));
        return ResponseEntity.created(URI.create("/api/assessments/evidence/" + item.id()))
                .eTag(IfMatch.etag(item.revision()))
                .body(item);
    }

    @GetMapping
    Page<Evidence> list(
            Caller caller,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        UUID about = subject == null ? access.requireEngineer(caller) : subject;
        access.requireRead(caller, about);
        return items.about(about, Cursor.of(after), Page.limit(limit));
    }

    @GetMapping("/{id}")
    ResponseEntity<Evidence> read(Caller caller, @PathVariable UUID id) {
        Evidence item = items.find(id).orElseThrow(ChangeEvidence::unknown);
        access.requireRead(caller, item.subject());
        return answer(item);
    }

    @PostMapping("/{id}/verification")
    ResponseEntity<Evidence> verify(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Verification given) {
        return answer(onlyOnce.answer(
                caller,
                key,
                "evidence/" + id + "/verification",
                given,
                Evidence.class,
                () -> change.verify(caller, id, given.reason())));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> withdraw(Caller caller, @PathVariable UUID id) {
        change.withdraw(caller, id);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Evidence> answer(Evidence item) {
        return ResponseEntity.ok().eTag(IfMatch.etag(item.revision())).body(item);
    }

    /** Why the manager trusts the item. */
    record Verification(@Nullable String reason) {}
}
