package dev.skillladder.assessment.matrix;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.knownteam.KnownTeams;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.problem.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/assessments/teams/{id}/matrix}: managers see the members below them, HR sees all. */
@RestController
class MatrixController {

    /** More rows than anybody reads; a whole company is asked for team by team, or as the report. */
    private static final int MOST_PEOPLE = 5_000;

    private final FindMatrix findMatrix;
    private final KnownTeams teams;
    private final Access access;
    private final Blindness blindness;
    private final Clock clock;

    MatrixController(FindMatrix findMatrix, KnownTeams teams, Access access, Blindness blindness, Clock clock) {
        this.findMatrix = findMatrix;
        this.teams = teams;
        this.access = access;
        this.blindness = blindness;
        this.clock = clock;
    }

    @Operation(
            summary = "People by skills of a team on a day",
            description =
                    "Members the caller may not see are left out; 403 if that leaves nobody. Cells are arrays in the"
                            + " order of cellFields, one per entry of skills.")
    @GetMapping("/api/assessments/teams/{team}/matrix")
    Matrix matrix(
            @PathVariable UUID team,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(defaultValue = "false") boolean subteams,
            Caller caller) {
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var day = asOf == null ? today : asOf;
        var members = readable(caller, teams.members(team, day, subteams), today);
        var known = teams.find(team).orElseThrow(() -> new NotFound("There is no team " + team + "."));
        if (members.size() > MOST_PEOPLE) {
            throw new BadInput(
                    "",
                    "This team has %d members; ask for a team of at most %d.".formatted(members.size(), MOST_PEOPLE));
        }
        return findMatrix.of(known, members, day, knownAt, blindness.of(caller, members));
    }

    private SortedSet<UUID> readable(Caller caller, SortedSet<UUID> members, LocalDate today) {
        if (caller.hasRole("hr")) {
            return members;
        }
        var self = caller.engineer();
        var seen = new TreeSet<>(members);
        seen.retainAll(self == null ? new TreeSet<UUID>() : access.below(self, today));
        if (seen.isEmpty()) {
            throw new NotAllowed("A team's matrix shows the people below you; nobody in this team is.");
        }
        return seen;
    }
}
