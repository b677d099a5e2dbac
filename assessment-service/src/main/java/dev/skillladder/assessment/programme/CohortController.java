package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.idempotency.OnlyOnce;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.assessment.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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

/** Cohorts and admissions: HR only. */
@RestController
@RequestMapping("/api/assessments/programmes")
class CohortController {

    private final OpenCohort openCohort;
    private final CheckNewcomer checkNewcomer;
    private final DecideAdmission decideAdmission;
    private final ChangeParticipant changeParticipant;
    private final Cohorts cohorts;
    private final Admissions admissions;
    private final ShowProgramme show;
    private final OnlyOnce onlyOnce;
    private final Access access;
    private final Clock clock;

    CohortController(
            OpenCohort openCohort,
            CheckNewcomer checkNewcomer,
            DecideAdmission decideAdmission,
            ChangeParticipant changeParticipant,
            Cohorts cohorts,
            Admissions admissions,
            ShowProgramme show,
            OnlyOnce onlyOnce,
            Access access,
            Clock clock) {
        this.openCohort = openCohort;
        this.checkNewcomer = checkNewcomer;
        this.decideAdmission = decideAdmission;
        this.changeParticipant = changeParticipant;
        this.cohorts = cohorts;
        this.admissions = admissions;
        this.show = show;
        this.onlyOnce = onlyOnce;
        this.access = access;
        this.clock = clock;
    }

    @Operation(summary = "Open a cohort of the growth programme of a framework's newest version")
    @PostMapping("/cohorts")
    ResponseEntity<Cohort> open(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewCohort given) {
        access.requireRole(caller, "hr");
        Cohort cohort =
                onlyOnce.answer(caller, key, "cohorts", given, Cohort.class, () -> openCohort.open(caller, given));
        return ResponseEntity.created(URI.create("/api/assessments/programmes/cohorts/" + cohort.id()))
                .body(cohort);
    }

    @GetMapping("/cohorts")
    Page<Cohort> cohorts(
            Caller caller, @RequestParam @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        access.requireRole(caller, "hr");
        List<Cohort> found = cohorts.page(Cursor.of(after), Page.limit(limit) + 1);
        return Page.of(found, limit, cohort -> new Cursor(cohort.createdAt(), cohort.id()));
    }

    @Operation(summary = "A cohort by months and milestones, with a page of its participants")
    @GetMapping("/cohorts/{cohort}")
    CohortView cohort(
            Caller caller,
            @PathVariable UUID cohort,
            @RequestParam @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRole(caller, "hr");
        return show.cohort(caller, cohort, after, Page.limit(limit), LocalDate.now(clock.withZone(ZoneOffset.UTC)));
    }

    @Operation(
            summary = "Check somebody's ability against the entry requirements",
            description = "Observations as for evaluate, run through it. The result admits nobody: a person decides.")
    @PostMapping("/cohorts/{cohort}/admissions")
    @ResponseStatus(HttpStatus.CREATED)
    Admission check(
            Caller caller,
            @PathVariable UUID cohort,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewCheck given) {
        access.requireRole(caller, "hr");
        return onlyOnce.answer(
                caller,
                key,
                "admissions of " + cohort,
                given,
                Admission.class,
                () -> checkNewcomer.check(caller, cohort, given));
    }

    @GetMapping("/cohorts/{cohort}/admissions")
    Page<Admission> admissions(
            Caller caller,
            @PathVariable UUID cohort,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        access.requireRole(caller, "hr");
        List<Admission> found = admissions.page(cohort, Cursor.of(after), Page.limit(limit) + 1);
        return Page.of(found, limit, admission -> new Cursor(admission.checkedAt(), admission.id()));
    }

    @Operation(summary = "Admit or refuse with a reason; once")
    @PostMapping("/admissions/{admission}/decision")
    Admission decide(Caller caller, @PathVariable UUID admission, @RequestBody NewAdmissionDecision given) {
        access.requireRole(caller, "hr");
        return decideAdmission.decide(caller, admission, given);
    }

    @Operation(summary = "Change a participant's mentor or state with a reason")
    @PutMapping("/cohorts/{cohort}/participants/{engineer}")
    ResponseEntity<Participant> change(
            Caller caller,
            @PathVariable UUID cohort,
            @PathVariable UUID engineer,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody ChangedParticipant wanted) {
        access.requireRole(caller, "hr");
        Participant changed = changeParticipant.change(caller, cohort, engineer, ifMatch, wanted);
        return ResponseEntity.ok().eTag(IfMatch.etag(changed.revision())).body(changed);
    }
}
