package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.BadParameter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
    private final Access access;

    DecisionController(DecideLevel decideLevel, Decisions decisions, Access access) {
        this.decideLevel = decideLevel;
        this.decisions = decisions;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Decision decide(Caller caller, @PathVariable UUID engineer, @RequestBody NewDecision wanted) {
        access.requireAbove(caller, engineer);
        return decideLevel.decide(access.requireEngineer(caller), engineer, wanted);
    }

    @GetMapping
    Page decisions(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRead(caller, engineer);
        if (limit < 1 || limit > 200) {
            throw new BadParameter("limit must be 1-200, not " + limit + ".");
        }
        List<Decision> found = decisions.page(engineer, after, limit + 1);
        List<Decision> page = found.stream().limit(limit).toList();
        return new Page(page, found.size() > limit ? page.getLast().id() : null);
    }

    record Page(List<Decision> items, @Nullable UUID next) {}
}
