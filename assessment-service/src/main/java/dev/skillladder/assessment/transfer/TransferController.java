package dev.skillladder.assessment.transfer;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Transfers of a person for the person, managers above and HR; candidates for HR and managers. */
@RestController
@RequestMapping("/api/assessments")
class TransferController {

    private final FindTransfers transfers;
    private final FindCandidates candidates;
    private final Access access;
    private final Blindness blindness;
    private final Clock clock;

    TransferController(
            FindTransfers transfers, FindCandidates candidates, Access access, Blindness blindness, Clock clock) {
        this.transfers = transfers;
        this.candidates = candidates;
        this.access = access;
        this.blindness = blindness;
        this.clock = clock;
    }

    @Operation(summary = "Every other role of the person's framework with the level the person would land on today")
    @GetMapping("/engineers/{engineer}/transfers")
    Page<TransferSummary> all(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRead(caller, engineer);
        List<TransferSummary> rest = transfers.all(engineer, today(), blindness.of(caller, engineer)).stream()
                .filter(role -> after == null || role.role().compareTo(after) > 0)
                .toList();
        List<TransferSummary> page = rest.stream().limit(Page.limit(limit)).toList();
        return new Page<>(page, rest.size() > limit ? page.getLast().role() : null);
    }

    @Operation(
            summary =
                    "What carries over to another role and at which rate, what is missing, where the person would land",
            description = "Estimates of skills the framework names are lowered to their rate; others count in full.")
    @GetMapping("/engineers/{engineer}/transfers/{role}")
    TransferAnswer to(Caller caller, @PathVariable UUID engineer, @PathVariable String role) {
        access.requireRead(caller, engineer);
        return transfers.to(engineer, role, today(), blindness.of(caller, engineer));
    }

    @Operation(
            summary = "Who could take an open role, by where they would land today; a list for people who decide",
            description = "HR sees everybody who works here in another role of the framework, managers the people"
                    + " below them. level is the one that is open, the lowest if absent.")
    @GetMapping("/roles/{framework}/{role}/candidates")
    Page<Candidate> candidates(
            Caller caller,
            @PathVariable String framework,
            @PathVariable String role,
            @RequestParam @Nullable String level,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        Collection<UUID> among = caller.hasRole("hr") ? null : wholly(caller, below(caller));
        return candidates.find(framework, role, level, among, Rank.after(after), Page.limit(limit), today());
    }

    /** Estimates are stored with everything counted: people of whom the caller does not see everything yet are left out. */
    private Collection<UUID> wholly(Caller caller, Collection<UUID> people) {
        Sight sight = blindness.of(caller, people);
        return people.stream().filter(sight::isWhole).toList();
    }

    private SortedSet<UUID> below(Caller caller) {
        UUID self = caller.engineer();
        SortedSet<UUID> below = self == null ? new TreeSet<>() : access.below(self, today());
        if (below.isEmpty()) {
            throw new NotAllowed("Candidates are shown to HR and to managers, who see the people below them.");
        }
        return below;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
