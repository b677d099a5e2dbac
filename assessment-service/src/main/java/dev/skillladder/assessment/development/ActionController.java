package dev.skillladder.assessment.development;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.cycle.RunningCycles;
import dev.skillladder.assessment.development.DevelopmentAction.Status;
import dev.skillladder.assessment.development.PlanActions.ChangedAction;
import dev.skillladder.assessment.idempotency.OnlyOnce;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.assessment.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
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

/** Development actions: the person and managers above plan and change them; HR may read. */
@RestController
@RequestMapping("/api/assessments/engineers/{engineer}/development-actions")
class ActionController {

    private final PlanActions plan;
    private final Actions actions;
    private final CarryOver carryOver;
    private final RunningCycles cycles;
    private final OnlyOnce onlyOnce;
    private final Access access;

    ActionController(
            PlanActions plan,
            Actions actions,
            CarryOver carryOver,
            RunningCycles cycles,
            OnlyOnce onlyOnce,
            Access access) {
        this.plan = plan;
        this.actions = actions;
        this.carryOver = carryOver;
        this.cycles = cycles;
        this.onlyOnce = onlyOnce;
        this.access = access;
    }

    @Operation(summary = "Plan an action of the article's five kinds, from a template of the framework or freely")
    @PostMapping
    ResponseEntity<DevelopmentAction> plan(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewAction given) {
        access.requireOwnOrAbove(caller, engineer);
        DevelopmentAction action = onlyOnce.answer(
                caller,
                key,
                "development-actions of " + engineer,
                given,
                DevelopmentAction.class,
                () -> plan.plan(caller, engineer, given));
        return ResponseEntity.created(URI.create(
                        "/api/assessments/engineers/%s/development-actions/%s".formatted(engineer, action.id())))
                .eTag(IfMatch.etag(action.revision()))
                .body(action);
    }

    @GetMapping
    Page<DevelopmentAction> actions(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestParam @Nullable Status status,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRead(caller, engineer);
        List<DevelopmentAction> found =
                actions.page(engineer, status, Cursor.of(after), Page.limit(limit) + 1, plan.today());
        return Page.of(found, limit, action -> new Cursor(action.createdAt(), action.id()));
    }

    @GetMapping("/{action}")
    ResponseEntity<DevelopmentAction> action(Caller caller, @PathVariable UUID engineer, @PathVariable UUID action) {
        access.requireRead(caller, engineer);
        return answer(plan.of(engineer, action));
    }

    @Operation(summary = "Change title, day or status with a reason; what is DONE or DROPPED stays so")
    @PutMapping("/{action}")
    ResponseEntity<DevelopmentAction> change(
            Caller caller,
            @PathVariable UUID engineer,
            @PathVariable UUID action,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ChangedAction wanted) {
        access.requireOwnOrAbove(caller, engineer);
        return answer(plan.change(caller, engineer, action, ifMatch, wanted));
    }

    @Operation(summary = "Every revision of an action: who, when, why; newest first")
    @GetMapping("/{action}/changes")
    Page<ActionChange> changes(
            Caller caller,
            @PathVariable UUID engineer,
            @PathVariable UUID action,
            @RequestParam @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRead(caller, engineer);
        DevelopmentAction found = plan.of(engineer, action);
        List<ActionChange> more = actions.changes(found, after == null ? Long.MAX_VALUE : after, Page.limit(limit) + 1);
        List<ActionChange> page = more.stream().limit(limit).toList();
        return new Page<>(
                page, more.size() > limit ? Long.toString(page.getLast().revision()) : null);
    }

    @Operation(
            summary = "Take every action that is not ended to the person's running cycle; twice changes nothing",
            description = "It happens by itself within a minute after somebody comes into a cycle.")
    @PostMapping("/carry-over")
    Carried carry(Caller caller, @PathVariable UUID engineer) {
        access.requireOwnOrAbove(caller, engineer);
        UUID cycle = cycles.of(engineer)
                .orElseThrow(() -> new Conflict("This person takes part in no running cycle."))
                .id();
        return new Carried(cycle, carryOver.carry(List.of(engineer), access.requireEngineer(caller)));
    }

    private static ResponseEntity<DevelopmentAction> answer(DevelopmentAction action) {
        return ResponseEntity.ok().eTag(IfMatch.etag(action.revision())).body(action);
    }

    /** How many actions now belong to the cycle that did not before. */
    record Carried(UUID cycle, int carried) {}
}
