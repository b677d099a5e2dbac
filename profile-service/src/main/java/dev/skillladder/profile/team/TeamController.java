package dev.skillladder.profile.team;

import dev.skillladder.profile.access.Caller;
import dev.skillladder.profile.edit.IfMatch;
import dev.skillladder.profile.edit.Once;
import dev.skillladder.profile.page.Page;
import dev.skillladder.profile.page.PageRequest;
import dev.skillladder.profile.problem.NotFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/profiles/teams")
@Tag(name = "teams")
class TeamController {

    private final Teams teams;
    private final SaveTeam saveTeam;
    private final Once once;

    TeamController(Teams teams, SaveTeam saveTeam, Once once) {
        this.teams = teams;
        this.saveTeam = saveTeam;
        this.once = once;
    }

    @GetMapping
    @Operation(summary = "All teams")
    Page<Team> listTeams(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return teams.list(PageRequest.of(limit, after));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One team")
    ResponseEntity<Team> readTeam(@PathVariable UUID id) {
        return teams.find(id)
                .orElseThrow(() -> new NotFound("There is no team " + id + "."))
                .answer(HttpStatus.OK);
    }

    @PostMapping
    @Operation(summary = "Create a team; the server gives the id")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Team> createTeam(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody TeamDetails details) {
        return once.answer(
                        caller.person(),
                        key,
                        details,
                        Team.class,
                        () -> saveTeam.save(UUID.randomUUID(), details, IfMatch.of(null))
                                .team())
                .answer(HttpStatus.CREATED);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Create a team, or replace its details with If-Match")
    ResponseEntity<Team> putTeam(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody TeamDetails details) {
        SaveTeam.Saved saved = saveTeam.save(id, details, IfMatch.of(ifMatch));
        return saved.team().answer(saved.isNew() ? HttpStatus.CREATED : HttpStatus.OK);
    }
}
