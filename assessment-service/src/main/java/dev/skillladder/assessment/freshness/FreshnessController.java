package dev.skillladder.assessment.freshness;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.knownteam.KnownTeams;
import dev.skillladder.assessment.problem.BadRequest;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.problem.NotFound;
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

/** Freshness of a person, a team and everybody. */
@RestController
@RequestMapping("/api/assessments")
class FreshnessController {

    private static final int MOST_DAYS = 366;

    private final FindFreshness find;
    private final KnownTeams teams;
    private final Access access;
    private final Blindness blindness;
    private final Clock clock;

    FreshnessController(FindFreshness find, KnownTeams teams, Access access, Blindness blindness, Clock clock) {
        this.find = find;
        this.teams = teams;
        this.access = access;
        this.blindness = blindness;
        this.clock = clock;
    }

    @Operation(
            summary = "Per skill the first day on which it is UNKNOWN if nobody says anything more",
            description = "By skill. With days only what becomes UNKNOWN, or loses evidence, on one of the next days.")
    @GetMapping("/engineers/{engineer}/freshness")
    Page<SkillFreshness> ofPerson(
            Caller caller,
            @PathVariable UUID engineer,
            @RequestParam @Nullable Integer days,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRead(caller, engineer);
        LocalDate today = today();
        LocalDate last = days == null ? null : today.plusDays(checked(days));
        List<SkillFreshness> rest = find.ofPerson(engineer, today, blindness.of(caller, engineer)).stream()
                .filter(skill -> last == null
                        || within(skill.unknownOn(), today, last)
                        || within(skill.expiresOn(), today, last))
                .filter(skill -> after == null || skill.skill().compareTo(after) > 0)
                .toList();
        List<SkillFreshness> page = rest.stream().limit(Page.limit(limit)).toList();
        return new Page<>(page, rest.size() > limit ? page.getLast().skill() : null);
    }

    @Operation(
            summary = "What runs out in a team on one of the next days, the first days first; members below the caller")
    @GetMapping("/teams/{team}/freshness")
    Page<RunsOut> ofTeam(
            Caller caller,
            @PathVariable UUID team,
            @RequestParam(defaultValue = "false") boolean subteams,
            @RequestParam(defaultValue = "90") int days,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        SortedSet<UUID> members = readable(caller, teams.members(team, today(), subteams));
        if (teams.find(team).isEmpty()) {
            throw new NotFound("There is no team " + team + ".");
        }
        return page(wholly(caller, members), days, after, limit);
    }

    @Operation(
            summary = "What runs out on one of the next days, of everybody for HR, else of the people below the caller")
    @GetMapping("/freshness")
    Page<RunsOut> ofAll(
            Caller caller,
            @RequestParam(defaultValue = "90") int days,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (caller.hasRole("hr")) {
            return page(null, days, after, limit);
        }
        SortedSet<UUID> below = below(caller);
        if (below.isEmpty()) {
            throw new NotAllowed(
                    "This list shows HR everybody and managers the people below them; nobody is below you.");
        }
        return page(wholly(caller, below), days, after, limit);
    }

    private Page<RunsOut> page(@Nullable Collection<UUID> among, int days, @Nullable String after, int limit) {
        List<RunsOut> found = find.runsOut(among, today(), checked(days), Place.of(after), Page.limit(limit) + 1);
        List<RunsOut> page = found.stream().limit(limit).toList();
        return new Page<>(page, found.size() > limit ? place(page.getLast()).toString() : null);
    }

    /** Rows are stored with everything counted: people of whom the caller does not see everything yet are left out. */
    private Collection<UUID> wholly(Caller caller, Collection<UUID> people) {
        Sight sight = blindness.of(caller, people);
        return people.stream().filter(sight::isWhole).toList();
    }

    private SortedSet<UUID> readable(Caller caller, SortedSet<UUID> members) {
        if (caller.hasRole("hr")) {
            return members;
        }
        SortedSet<UUID> seen = new TreeSet<>(members);
        seen.retainAll(below(caller));
        if (seen.isEmpty()) {
            throw new NotAllowed("This list shows the people below you; nobody in this team is.");
        }
        return seen;
    }

    private SortedSet<UUID> below(Caller caller) {
        UUID self = caller.engineer();
        return self == null ? new TreeSet<>() : access.below(self, today());
    }

    private static Place place(RunsOut last) {
        return new Place(last.on(), last.engineer(), last.skill());
    }

    private static boolean within(@Nullable LocalDate day, LocalDate today, LocalDate last) {
        return day != null && day.isAfter(today) && !day.isAfter(last);
    }

    private static int checked(int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new BadRequest("days is 1 to %d, not %d.".formatted(MOST_DAYS, days));
        }
        return days;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
