package dev.skillladder.catalog.impact;

import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.draft.Drafts;
import dev.skillladder.catalog.impact.RequestImpact.Requested;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.contract.assessment.ImpactReported.State;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a draft would do to people, for curators: numbers only. */
@Tag(name = "Drafts")
@RestController
@RequestMapping("/api/catalog/frameworks/{framework}/drafts/{draft}")
class ImpactController {

    private final RequestImpact request;
    private final ApproveImpact approve;
    private final ImpactRuns runs;
    private final Drafts drafts;
    private final ImpactSettings settings;

    ImpactController(
            RequestImpact request, ApproveImpact approve, ImpactRuns runs, Drafts drafts, ImpactSettings settings) {
        this.request = request;
        this.approve = approve;
        this.runs = runs;
        this.drafts = drafts;
        this.settings = settings;
    }

    @Operation(
            summary = "Finds out what the draft would do to everybody, without storing levels",
            description = "With If-Match only if the draft is still as it was read. A run of this revision that goes on"
                    + " is answered; a newer run takes the place of older ones. Errors: 404 draft-not-found; 412"
                    + " lost-race.")
    @ApiResponse(responseCode = "202", description = "A new run")
    @ApiResponse(responseCode = "200", description = "The run of this revision that goes on already")
    @PostMapping("/impact")
    ResponseEntity<Impact> requestImpact(
            @PathVariable String framework,
            @PathVariable UUID draft,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal person) {
        Requested requested = request.request(framework, draft, ifMatch, person.getName());
        return ResponseEntity.status(requested.fresh() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .location(URI.create("/api/catalog/frameworks/" + framework + "/drafts/" + draft + "/impact"))
                .body(impact(requested.run(), requested.run().draftRevision()));
    }

    @Operation(
            summary = "Progress and numbers of the draft's newest run",
            description =
                    "Teams, roles and rule lines are at `details`. Errors: 404 draft-not-found, impact-not-found.")
    @GetMapping("/impact")
    Impact getImpact(@PathVariable String framework, @PathVariable UUID draft) {
        Draft found = drafts.get(framework, draft);
        return impact(
                runs.newest(framework, draft)
                        .orElseThrow(() -> Refusal.notFound(
                                "impact-not-found",
                                "Nobody has asked what this draft would do. Ask with POST at the same address.")),
                found.revision());
    }

    @Operation(
            summary = "Gives a run up; it ends after the batch it is in",
            description = "Errors: 404 impact-not-found.")
    @ApiResponse(responseCode = "202", description = "It will end, or has ended already")
    @DeleteMapping("/impact/{run}")
    ResponseEntity<Void> cancelImpact(
            @PathVariable String framework, @PathVariable UUID draft, @PathVariable UUID run) {
        request.cancel(framework, draft, run);
        return ResponseEntity.accepted().build();
    }

    @Operation(
            summary = "A second curator agrees to what the draft would do",
            description =
                    "For this revision and its newest run; asked for when more people than the set share would"
                            + " change. Errors: 403 not-a-second-curator; 404 draft-not-found; 409 impact-missing; 412 lost-race.")
    @PostMapping("/approval")
    Impact approveImpact(
            @PathVariable String framework,
            @PathVariable UUID draft,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Principal person) {
        ImpactRun run = approve.approve(framework, draft, ifMatch, person.getName());
        return impact(run, run.draftRevision());
    }

    private Impact impact(ImpactRun run, long draftRevision) {
        return new Impact(
                run.run(),
                run.draftRevision(),
                run.draftRevision() == draftRevision,
                run.version(),
                run.state(),
                run.total(),
                run.done(),
                run.rises(),
                run.falls(),
                run.insufficient(),
                run.done() - run.changed(),
                run.state() == State.DONE && run.changesMoreThan(settings.secondCuratorAbove()),
                settings.secondCuratorAbove(),
                run.failure(),
                run.requestedAt(),
                run.requestedBy(),
                run.approvedAt(),
                run.approvedBy(),
                "/api/assessments/impacts/" + run.run());
    }

    /**
     * A run of the draft.
     *
     * @param current whether the draft is still as it was run
     * @param version number the draft would get
     * @param insufficient would lose their level only for want of evidence
     * @param secondCurator whether a second curator has to approve before publishing
     * @param details where teams, roles and rule lines are
     */
    record Impact(
            UUID run,
            long draftRevision,
            boolean current,
            int version,
            State state,
            long total,
            long done,
            long rises,
            long falls,
            long insufficient,
            long unchanged,
            boolean secondCurator,
            BigDecimal secondCuratorAbove,
            @Nullable String failure,
            Instant requestedAt,
            String requestedBy,
            @Nullable Instant approvedAt,
            @Nullable String approvedBy,
            String details) {}
}
