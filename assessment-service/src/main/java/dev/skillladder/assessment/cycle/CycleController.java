package dev.skillladder.assessment.cycle;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.cycle.ChangeCycle.Extension;
import dev.skillladder.assessment.idempotency.OnlyOnce;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.assessment.request.Page;
import dev.skillladder.assessment.request.Reason;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HR's cycles; everybody sees the one they are in. */
@RestController
@RequestMapping("/api/assessments/cycles")
class CycleController {

    private final OpenCycle open;
    private final ChangeCycle change;
    private final Cycles cycles;
    private final CycleChanges changes;
    private final CurrentCycle current;
    private final Access access;
    private final OnlyOnce onlyOnce;

    CycleController(
            OpenCycle open,
            ChangeCycle change,
            Cycles cycles,
            CycleChanges changes,
            CurrentCycle current,
            Access access,
            OnlyOnce onlyOnce) {
        this.open = open;
        this.change = change;
        this.cycles = cycles;
        this.changes = changes;
        this.current = current;
        this.access = access;
        this.onlyOnce = onlyOnce;
    }

    @PostMapping
    ResponseEntity<Cycle> open(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewCycle given) {
        access.requireRole(caller, "hr");
        Cycle cycle = onlyOnce.answer(caller, key, "cycles", given, Cycle.class, () -> open.open(caller, given));
        return ResponseEntity.created(URI.create("/api/assessments/cycles/" + cycle.id()))
                .eTag(IfMatch.etag(cycle.revision()))
                .body(cycle);
    }

    @GetMapping
    Page<Cycle> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRole(caller, "hr");
        return Page.of(
                cycles.page(Cursor.of(after), Page.limit(limit) + 1),
                limit,
                last -> new Cursor(last.createdAt(), last.id()));
    }

    @GetMapping("/current")
    CurrentCycle.Current current(Caller caller) {
        return current.of(access.requireEngineer(caller));
    }

    @GetMapping("/{id}")
    ResponseEntity<Cycle> read(Caller caller, @PathVariable UUID id) {
        access.requireRole(caller, "hr");
        return answer(cycles.one(id));
    }

    @PutMapping("/{id}")
    ResponseEntity<Cycle> edit(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NewCycle given) {
        access.requireRole(caller, "hr");
        return answer(change.edit(caller, id, ifMatch, given));
    }

    @PostMapping("/{id}/extend")
    ResponseEntity<Cycle> extend(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Extension given) {
        access.requireRole(caller, "hr");
        return answer(change.extend(caller, id, ifMatch, given));
    }

    @PostMapping("/{id}/close")
    ResponseEntity<Cycle> close(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Reason given) {
        access.requireRole(caller, "hr");
        return answer(change.close(caller, id, ifMatch, given.reason()));
    }

    @PostMapping("/{id}/reopen")
    ResponseEntity<Cycle> reopen(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Extension given) {
        access.requireRole(caller, "hr");
        return answer(change.reopen(caller, id, ifMatch, given));
    }

    /** Once per day. */
    @PostMapping("/{id}/remind")
    Reminded remind(Caller caller, @PathVariable UUID id) {
        access.requireRole(caller, "hr");
        return new Reminded(change.remind(caller, id));
    }

    @GetMapping("/{id}/history")
    Page<CycleChange> history(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRole(caller, "hr");
        return Page.of(
                changes.page(cycles.one(id).id(), Cursor.of(after), Page.limit(limit) + 1),
                limit,
                last -> new Cursor(last.at(), last.id()));
    }

    /** Of how many reviews people were reminded. */
    record Reminded(int reviews) {}

    private static ResponseEntity<Cycle> answer(Cycle cycle) {
        return ResponseEntity.ok().eTag(IfMatch.etag(cycle.revision())).body(cycle);
    }
}
