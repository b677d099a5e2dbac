package dev.skillladder.assessment.impact;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.impact.AffectedPeople.AffectedPerson;
import dev.skillladder.assessment.impact.AffectedPeople.Filter;
import dev.skillladder.assessment.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a draft would do: numbers for curators, people for HR. */
@RestController
@RequestMapping("/api/assessments/impacts")
class ImpactController {

    private final ShowImpact show;
    private final AffectedPeople people;
    private final ImpactRuns runs;
    private final Access access;

    ImpactController(ShowImpact show, AffectedPeople people, ImpactRuns runs, Access access) {
        this.show = show;
        this.people = people;
        this.runs = runs;
        this.access = access;
    }

    @Operation(summary = "Runs of drafts, newest first, with their totals")
    @GetMapping
    Page<ImpactSummary> impacts(
            Caller caller, @RequestParam @Nullable UUID after, @RequestParam(defaultValue = "50") int limit) {
        access.requireRole(caller, "hr", "curator");
        List<ImpactSummary> found = runs.page(after, Page.limit(limit) + 1).stream()
                .map(ImpactSummary::of)
                .toList();
        List<ImpactSummary> page = found.stream().limit(limit).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().run().toString() : null);
    }

    @Operation(
            summary = "How far the run of a draft is, and what it found by team, role and rule line",
            description = "Curators see groups of five people or more, once the run has ended; HR sees all.")
    @GetMapping("/{run}")
    ImpactAnswer impact(Caller caller, @PathVariable UUID run) {
        access.requireRole(caller, "hr", "curator");
        return show.of(run, caller.hasRole("hr"));
    }

    @Operation(
            summary = "The people whose level the draft would change, each with the rule line that causes it; for HR")
    @GetMapping("/{run}/people")
    Page<AffectedPerson> people(
            Caller caller,
            @PathVariable UUID run,
            @RequestParam @Nullable Change change,
            @RequestParam @Nullable UUID team,
            @RequestParam @Nullable String role,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRole(caller, "hr");
        return people.page(runs.get(run).id(), new Filter(change, team, role), after, Page.limit(limit));
    }
}
