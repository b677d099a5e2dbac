package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.request.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows a manager whose level waits for a decision, once the manager has reviewed them; HR sees everybody. */
@RestController
class ProposalController {

    private final Proposals proposals;
    private final Access access;
    private final Blindness blindness;
    private final Clock clock;

    ProposalController(Proposals proposals, Access access, Blindness blindness, Clock clock) {
        this.proposals = proposals;
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

    private @Nullable Collection<UUID> visible(Caller caller) {
        if (caller.hasRole("hr")) {
            return null;
        }
        UUID manager = caller.engineer();
        if (manager == null) {
            return Set.of();
        }
        Collection<UUID> below = access.below(manager, LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        Sight sight = blindness.of(caller, below);
        return below.stream().filter(sight::isWhole).toList();
    }
}
