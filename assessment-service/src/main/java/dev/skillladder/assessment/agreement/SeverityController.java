package dev.skillladder.assessment.agreement;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells HR how strict managers rate. */
@RestController
class SeverityController {

    private final RaterSeverity severity;
    private final Access access;

    SeverityController(RaterSeverity severity, Access access) {
        this.severity = severity;
        this.access = access;
    }

    @Operation(
            summary = "How much higher or lower managers rate than others rate the same people and skills",
            description =
                    "Information only: no rating is corrected by it. Nothing is said below five doubly rated people.")
    @GetMapping("/api/assessments/raters/severity")
    Page<Severity> severity(
            Caller caller,
            @RequestParam String framework,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRole(caller, "hr");
        List<Severity> found = severity.page(framework, after, Page.limit(limit) + 1);
        List<Severity> page = found.stream().limit(limit).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().rater().toString() : null);
    }
}
