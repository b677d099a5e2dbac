package dev.skillladder.assessment.calibration;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.idempotency.OnlyOnce;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Cursor;
import dev.skillladder.assessment.request.Page;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sessions for their lead, their participants and HR. */
@RestController
@RequestMapping("/api/assessments/calibrations")
class CalibrationController {

    private final OpenCalibration openCalibration;
    private final ShowCalibration showCalibration;
    private final SignChange signChange;
    private final Calibrations calibrations;
    private final OnlyOnce onlyOnce;
    private final Access access;

    CalibrationController(
            OpenCalibration openCalibration,
            ShowCalibration showCalibration,
            SignChange signChange,
            Calibrations calibrations,
            OnlyOnce onlyOnce,
            Access access) {
        this.openCalibration = openCalibration;
        this.showCalibration = showCalibration;
        this.signChange = signChange;
        this.calibrations = calibrations;
        this.onlyOnce = onlyOnce;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Calibration open(
            Caller caller,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewCalibration wanted) {
        return onlyOnce.answer(
                caller, key, "calibrations", wanted, Calibration.class, () -> openCalibration.open(caller, wanted));
    }

    @GetMapping
    Page<Calibration> calibrations(
            Caller caller, @RequestParam @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        UUID of = caller.hasRole("hr") ? null : access.requireEngineer(caller);
        List<Calibration> found = calibrations.page(of, null, Cursor.of(after), Page.limit(limit) + 1);
        return Page.of(found, limit, session -> new Cursor(session.openedAt(), session.id()));
    }

    @Operation(
            summary = "A session: what managers said about its cases, how far raters agree, and its changes",
            description =
                    "Peers are shown as their mean, from three on. Agreement is ordinal Krippendorff's alpha. Of people whom"
                            + " the caller still has to review, nothing is shown: their cases are hidden.")
    @GetMapping("/{id}")
    CalibrationView calibration(Caller caller, @PathVariable UUID id) {
        return showCalibration.show(caller, readable(caller, id));
    }

    @PostMapping("/{id}/closing")
    Calibration close(Caller caller, @PathVariable UUID id) {
        openCalibration.close(caller, readable(caller, id));
        return readable(caller, id);
    }

    @PostMapping("/{id}/changes")
    @ResponseStatus(HttpStatus.CREATED)
    Change.Shown propose(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody NewChange wanted) {
        return onlyOnce.answer(
                caller,
                key,
                "changes of " + id,
                wanted,
                Change.Shown.class,
                () -> signChange.propose(caller, id, wanted));
    }

    @Operation(
            summary = "The second signature under a change",
            description = "With it the rater's review is corrected, and estimates and level follow.")
    @PostMapping("/{id}/changes/{change}/signature")
    Change.Shown sign(Caller caller, @PathVariable UUID id, @PathVariable UUID change) {
        return signChange.sign(caller, id, change);
    }

    @PostMapping("/{id}/changes/{change}/withdrawal")
    Change.Shown withdraw(Caller caller, @PathVariable UUID id, @PathVariable UUID change) {
        return signChange.withdraw(caller, id, change);
    }

    private Calibration readable(Caller caller, UUID id) {
        Calibration session = calibrations.find(id).orElse(null);
        UUID self = caller.engineer();
        if (!caller.hasRole("hr") && (session == null || self == null || !session.has(self))) {
            throw new NotAllowed("A session is seen by its lead, its participants and HR.");
        }
        if (session == null) {
            throw new NotFound("There is no session with this id.");
        }
        return session;
    }
}
