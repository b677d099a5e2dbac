package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/assessments/engineers/{id}/explanation}: the person, managers above and HR. */
@RestController
class ExplanationController {

    private final ExplainFor explain;
    private final Access access;
    private final Clock clock;

    ExplanationController(ExplainFor explain, Access access, Clock clock) {
        this.explain = explain;
        this.access = access;
        this.clock = clock;
    }

    @Operation(
            summary = "The level with one line per skill: inputs, weights, estimate, status, sentence in zh and en",
            description = "Managers' reviews carry names for the person and managers above; peers are never named,"
                    + " and fewer than three are shown as their mean only.")
    @GetMapping("/api/assessments/engineers/{engineer}/explanation")
    Explanation explanation(
            @PathVariable UUID engineer,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            Caller caller) {
        access.requireRead(caller, engineer);
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return explain.explain(caller, engineer, asOf == null ? today : asOf, knownAt);
    }
}
