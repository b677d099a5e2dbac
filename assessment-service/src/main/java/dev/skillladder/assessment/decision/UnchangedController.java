package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.BadRequest;
import dev.skillladder.assessment.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows HR where proposals are confirmed without change. */
@RestController
class UnchangedController {

    private final UnchangedDecisions decisions;
    private final Access access;
    private final Clock clock;

    UnchangedController(UnchangedDecisions decisions, Access access, Clock clock) {
        this.decisions = decisions;
        this.access = access;
        this.clock = clock;
    }

    /** Whose decisions are counted together. */
    enum By {
        /** One row per person who decided. */
        DECIDER,
        /** One row per team of the people decided about. */
        TEAM
    }

    @Operation(
            summary = "Share of proposals that were confirmed without change",
            description = "Of decisions recorded from one day to another, both included; by default the last year.")
    @GetMapping("/api/assessments/decisions/unchanged")
    Page<UnchangedShare> unchanged(
            Caller caller,
            @RequestParam By by,
            @RequestParam @Nullable LocalDate from,
            @RequestParam @Nullable LocalDate to,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRole(caller, "hr");
        LocalDate last = to == null ? LocalDate.now(clock.withZone(ZoneOffset.UTC)) : to;
        LocalDate first = from == null ? last.minusYears(1) : from;
        if (first.isAfter(last)) {
            throw new BadRequest("from lies after to; swap them.");
        }
        int most = Page.limit(limit) + 1;
        List<UnchangedShare> found = by == By.DECIDER
                ? decisions.byDecider(first, last, after, most)
                : decisions.byTeam(first, last, after, most);
        List<UnchangedShare> page = found.stream().limit(limit).toList();
        return new Page<>(page, found.size() > limit ? page.getLast().id().toString() : null);
    }
}
