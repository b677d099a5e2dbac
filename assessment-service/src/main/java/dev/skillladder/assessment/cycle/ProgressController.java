package dev.skillladder.assessment.cycle;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.request.Page;
import dev.skillladder.assessment.request.Reason;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
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

/** How far a cycle is: HR sees everybody, managers the people below them. */
@RestController
@RequestMapping("/api/assessments/cycles/{id}")
class ProgressController {

    private final Cycles cycles;
    private final FindProgress progress;
    private final FindPeople people;
    private final EditTasks tasks;
    private final Access access;
    private final Clock clock;

    ProgressController(
            Cycles cycles, FindProgress progress, FindPeople people, EditTasks tasks, Access access, Clock clock) {
        this.cycles = cycles;
        this.progress = progress;
        this.people = people;
        this.tasks = tasks;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/progress")
    Progress progress(Caller caller, @PathVariable UUID id) {
        Collection<UUID> visible = visible(caller);
        return new Progress(progress.of(cycles.one(id).id(), today(), visible));
    }

    @GetMapping("/participants")
    Page<Participant> participants(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID team,
            @RequestParam(required = false) Participant.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        Collection<UUID> visible = visible(caller);
        return page(
                people.participants(cycles.one(id).id(), team, state, visible, after, Page.limit(limit) + 1),
                limit,
                Participant::engineer);
    }

    @GetMapping("/late")
    Page<LatePerson> late(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        Collection<UUID> visible = visible(caller);
        return page(
                people.late(cycles.one(id).id(), today(), visible, after, Page.limit(limit) + 1),
                limit,
                LatePerson::engineer);
    }

    @GetMapping("/tasks")
    Page<EditTasks.Task> tasks(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID subject,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRole(caller, "hr");
        return page(tasks.page(cycles.one(id).id(), subject, after, Page.limit(limit) + 1), limit, EditTasks.Task::id);
    }

    @PostMapping("/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    EditTasks.Task add(Caller caller, @PathVariable UUID id, @RequestBody EditTasks.NewTask given) {
        access.requireRole(caller, "hr");
        return tasks.add(caller, id, given);
    }

    @PostMapping("/tasks/{task}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable UUID id, @PathVariable UUID task, @RequestBody Reason given) {
        access.requireRole(caller, "hr");
        tasks.end(caller, id, task, given.reason());
    }

    /** Null for HR; managers see the people below them, and others nobody. */
    private @Nullable Collection<UUID> visible(Caller caller) {
        if (caller.hasRole("hr")) {
            return null;
        }
        Collection<UUID> below = access.below(access.requireEngineer(caller), today());
        if (below.isEmpty()) {
            throw new NotAllowed("A cycle's progress is for HR and for managers.");
        }
        return below;
    }

    private static <T> Page<T> page(List<T> oneMore, int limit, Function<T, UUID> id) {
        List<T> page = oneMore.stream().limit(limit).toList();
        return new Page<>(
                page, oneMore.size() > limit ? id.apply(page.getLast()).toString() : null);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    /** All teams of the cycle. */
    record Progress(List<TeamProgress> teams) {

        Progress {
            teams = List.copyOf(teams);
        }
    }
}
