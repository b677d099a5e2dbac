package dev.skillladder.assessment.comparison;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.problem.Conflict;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/assessments/engineers/{id}/comparison}: the person, managers above who have reviewed, and HR. */
@RestController
class ComparisonController {

    private final Compare compare;
    private final Access access;
    private final Blindness blindness;
    private final Clock clock;

    ComparisonController(Compare compare, Access access, Blindness blindness, Clock clock) {
        this.compare = compare;
        this.access = access;
        this.blindness = blindness;
        this.clock = clock;
    }

    @Operation(
            summary = "Self, managers and the mean of peers, skill by skill, with the difference to self",
            description =
                    "409 for a manager whose own review is due. Peers are a mean, and for the person only once three"
                            + " answered or the cycle closed. With cycle only what was said in it.")
    @GetMapping("/api/assessments/engineers/{engineer}/comparison")
    Comparison comparison(
            Caller caller, @PathVariable UUID engineer, @RequestParam(required = false) @Nullable UUID cycle) {
        access.requireRead(caller, engineer);
        Sight sight = blindness.of(caller, engineer);
        if (!caller.is(engineer) && !sight.isWhole(engineer)) {
            throw new Conflict(
                    "Submit your own review of this person first; then yours and theirs stand side by side.");
        }
        return compare.of(engineer, cycle, sight, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }
}
