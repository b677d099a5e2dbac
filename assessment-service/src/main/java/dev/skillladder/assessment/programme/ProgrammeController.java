package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Page;
import dev.skillladder.contract.catalog.FrameworkDocument.Programme;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The programme as everybody may see it: the template, one's own, and for mentors those they look after. */
@RestController
@RequestMapping("/api/assessments/programmes")
class ProgrammeController {

    private static final UUID FIRST = new UUID(0, 0);

    private final Cohorts cohorts;
    private final Participants participants;
    private final ShowProgramme show;
    private final KnownFrameworks frameworks;
    private final Access access;
    private final Clock clock;

    ProgrammeController(
            Cohorts cohorts,
            Participants participants,
            ShowProgramme show,
            KnownFrameworks frameworks,
            Access access,
            Clock clock) {
        this.cohorts = cohorts;
        this.participants = participants;
        this.show = show;
        this.frameworks = frameworks;
        this.access = access;
        this.clock = clock;
    }

    @Operation(summary = "The growth programmes of the newest framework versions, as templates, by framework")
    @GetMapping
    Page<Template> templates(@RequestParam @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        List<Cohorts.Newest> newest = cohorts.newest(after == null ? "" : after, Page.limit(limit) + 1);
        List<Template> page = newest.stream()
                .limit(limit)
                .map(one -> new Template(
                        one.framework(),
                        one.version(),
                        frameworks.document(one.framework(), one.version()).programme()))
                .filter(template -> template.programme() != null)
                .toList();
        return new Page<>(page, newest.size() > limit ? newest.get(limit - 1).framework() : null);
    }

    @Operation(
            summary = "Somebody's programme: milestones, courses, on track or late",
            description = "For the person, the mentor, managers above and HR.")
    @GetMapping("/participants/{engineer}")
    ParticipantView participant(Caller caller, @PathVariable UUID engineer) {
        Participant participant = participants.of(engineer).orElse(null);
        UUID self = caller.engineer();
        boolean mentor = self != null
                && participant != null
                && participant.state() == Participant.State.ACTIVE
                && self.equals(participant.mentor());
        if (!mentor) {
            access.requireRead(caller, engineer);
        }
        if (participant == null) {
            throw new NotFound("This person takes part in no programme.");
        }
        return show.of(caller, participant, today());
    }

    @Operation(summary = "Those the caller looks after as a mentor, by id")
    @GetMapping("/mentees")
    Page<ParticipantView> mentees(
            Caller caller, @RequestParam @Nullable UUID after, @RequestParam(defaultValue = "50") int limit) {
        UUID mentor = access.requireEngineer(caller);
        List<Participant> found = participants.mentoredBy(mentor, after == null ? FIRST : after, Page.limit(limit) + 1);
        List<Participant> page = found.stream().limit(limit).toList();
        return new Page<>(
                show.views(caller, page, today()),
                found.size() > limit ? page.getLast().engineer().toString() : null);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    /** The programme of a framework's newest version. */
    record Template(
            String framework,
            int frameworkVersion,
            @Nullable Programme programme) {}
}
