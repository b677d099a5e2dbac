package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.decision.ShowProposal.Shown;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a manager whose level waits for a decision, once the manager has reviewed them; HR sees everybody. */
@RestController
class ProposalController {

    private final Proposals proposals;
    private final ShowProposal showProposal;
    private final Access access;
    private final Blindness blindness;
    private final Clock clock;

    ProposalController(
            Proposals proposals, ShowProposal showProposal, Access access, Blindness blindness, Clock clock) {
        this.proposals = proposals;
        this.showProposal = showProposal;
        this.access = access;
        this.blindness = blindness;
        this.clock = clock;
    }

    @GetMapping("/api/assessments/proposals")
    Page<Proposal> proposals(
            Caller caller, @RequestParam @Nullable UUID after, @RequestParam(defaultValue = "50") int limit) {
        List<Proposal> found = proposals.page(visible(caller), after, Page.limit(limit) + 1);
        List<Proposal> page = found.stream().limit(limit).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().engineer().toString() : null);
    }

    @Operation(
            summary = "Everything to look at before a level is decided",
            description =
                    "Its ETag is the If-Match of the decision. Any person with a role can be looked at, whether the"
                            + " rule proposes something or not.")
    @GetMapping("/api/assessments/proposals/{engineer}")
    ResponseEntity<ProposalView> proposal(Caller caller, @PathVariable UUID engineer) {
        if (!caller.hasRole("hr") || caller.is(engineer)) {
            access.requireAbove(caller, engineer);
        }
        Shown shown = showProposal
                .to(caller, engineer, today())
                .orElseThrow(() -> new NotFound("This person has no role today; HR assigns roles in the profile."));
        return ResponseEntity.ok().eTag(shown.etag()).body(shown.view());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private @Nullable Collection<UUID> visible(Caller caller) {
        if (caller.hasRole("hr")) {
            return null;
        }
        UUID manager = caller.engineer();
        if (manager == null) {
            return Set.of();
        }
        Collection<UUID> below = access.below(manager, today());
        Sight sight = blindness.of(caller, below);
        return below.stream().filter(sight::isWhole).toList();
    }
}
