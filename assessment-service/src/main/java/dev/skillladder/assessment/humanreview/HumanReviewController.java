package dev.skillladder.assessment.humanreview;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets a person, or HR, ask that only people judge them. */
@RestController
@RequestMapping("/api/assessments/engineers/{engineer}/human-review-only")
class HumanReviewController {

    private final StateHumanReview stateHumanReview;
    private final HumanReviewOnly statements;
    private final Access access;

    HumanReviewController(StateHumanReview stateHumanReview, HumanReviewOnly statements, Access access) {
        this.stateHumanReview = stateHumanReview;
        this.statements = statements;
        this.access = access;
    }

    @GetMapping
    HumanReviewStatement humanReviewOnly(Caller caller, @PathVariable UUID engineer) {
        access.requireRead(caller, engineer);
        return statements.newest(engineer);
    }

    @Operation(
            summary = "Asks that only people judge somebody",
            description = "The person's level is proposed to nobody then, and who confirms one has to have reviewed"
                    + " every skill it asks for within a year.")
    @PutMapping
    HumanReviewStatement state(
            Caller caller, @PathVariable UUID engineer, @RequestBody NewHumanReviewStatement wanted) {
        if (!caller.is(engineer)) {
            access.requireRole(caller, "hr");
        }
        return stateHumanReview.state(caller, engineer, wanted);
    }
}
