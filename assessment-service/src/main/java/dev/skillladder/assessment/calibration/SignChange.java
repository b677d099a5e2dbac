package dev.skillladder.assessment.calibration;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.blindness.Blindness;
import dev.skillladder.assessment.calibration.Calibration.Case;
import dev.skillladder.assessment.inbox.Inbox;
import dev.skillladder.assessment.inbox.NewNotice;
import dev.skillladder.assessment.inbox.NewNotice.Target;
import dev.skillladder.assessment.inbox.NewNotice.Thing;
import dev.skillladder.assessment.inbox.NoticeKind;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.problem.NotAllowed;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Reason;
import dev.skillladder.assessment.review.ChangeRating;
import dev.skillladder.assessment.review.ChangeRating.Rated;
import dev.skillladder.contract.catalog.FrameworkDocument.Scale;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposes, signs and withdraws changes of ratings; the second signature corrects the review. */
@Component
class SignChange {

    private final Access access;
    private final KnownEngineers engineers;
    private final KnownFrameworks frameworks;
    private final Calibrations calibrations;
    private final Changes changes;
    private final ChangeRating ratings;
    private final Inbox inbox;
    private final Blindness blindness;
    private final Clock clock;

    SignChange(
            Access access,
            KnownEngineers engineers,
            KnownFrameworks frameworks,
            Calibrations calibrations,
            Changes changes,
            ChangeRating ratings,
            Inbox inbox,
            Blindness blindness,
            Clock clock) {
        this.access = access;
        this.engineers = engineers;
        this.frameworks = frameworks;
        this.calibrations = calibrations;
        this.changes = changes;
        this.ratings = ratings;
        this.inbox = inbox;
        this.blindness = blindness;
        this.clock = clock;
    }

    /** By the rater or the lead, which is the first signature. */
    @Transactional
    public Change.Shown propose(Caller caller, UUID calibration, NewChange wanted) {
        UUID self = access.requireEngineer(caller);
        Calibration session = held(self, calibration);
        requireOneOfTheTwo(self, session, wanted.rater());
        requireOpen(session);
        Case about = checked(session, wanted);
        requireSeen(caller, about.engineer());
        UUID rater = wanted.rater() == null ? self : wanted.rater();
        engineers.lock(List.of(about.engineer()));
        List<FieldError> errors = new ArrayList<>();
        Scale scale = frameworks
                .document(
                        session.framework(),
                        frameworks.latest(session.framework()).orElseThrow())
                .scale();
        double value = value(wanted, scale, errors);
        String reason = Reason.check(wanted.reason(), errors);
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        Rated now = ratings.lastWord(rater, about.engineer(), session.framework(), about.skill())
                .orElseThrow(() -> new Conflict("This person has not rated that skill as a manager."));
        Instant at = now();
        Change change = new Change(
                UUID.randomUUID(),
                calibration,
                about.engineer(),
                about.skill(),
                rater,
                now,
                value,
                reason,
                self,
                at,
                self.equals(rater) ? at : null,
                self.equals(rater) ? null : at,
                null,
                null);
        if (!changes.add(change)) {
            throw new Conflict("Another change of this rating is not signed yet; sign or withdraw it first.");
        }
        inbox.tell(new NewNotice(
                self.equals(rater) ? session.lead() : rater,
                NoticeKind.CALIBRATION_TO_SIGN,
                change.engineer(),
                new Target(Thing.CALIBRATION, calibration.toString()),
                Map.of(),
                "calibration-to-sign/" + change.id()));
        return change.shown();
    }

    @Transactional
    public Change.Shown sign(Caller caller, UUID calibration, UUID id) {
        UUID self = access.requireEngineer(caller);
        Calibration session = held(self, calibration);
        Change seen = found(calibration, id);
        requireOneOfTheTwo(self, session, seen.rater());
        requireOpen(session);
        requireSeen(caller, seen.engineer());
        engineers.lock(List.of(seen.engineer()));
        if (!changes.sign(id, self.equals(seen.rater()), now())) {
            throw new Conflict("You signed this change already, or it was withdrawn.");
        }
        Change signed = found(calibration, id);
        if (signed.state() == Change.State.APPLIED) {
            ratings.change(signed.agreedOn(), signed.skill(), signed.value(), signed.reason());
        }
        return signed.shown();
    }

    @Transactional
    public Change.Shown withdraw(Caller caller, UUID calibration, UUID id) {
        UUID self = access.requireEngineer(caller);
        Calibration session = held(self, calibration);
        Change seen = found(calibration, id);
        requireOneOfTheTwo(self, session, seen.rater());
        engineers.lock(List.of(seen.engineer()));
        if (!changes.withdraw(id, self, now())) {
            throw new Conflict("This change took effect or was withdrawn already.");
        }
        return found(calibration, id).shown();
    }

    /** The session, which stays open until the transaction ends. */
    private Calibration held(UUID self, UUID id) {
        return calibrations
                .held(id)
                .filter(session -> session.has(self))
                .orElseThrow(() -> new NotAllowed("You do not take part in this session."));
    }

    private static void requireOneOfTheTwo(UUID self, Calibration session, @Nullable UUID rater) {
        if (!session.lead().equals(self) && rater != null && !rater.equals(self)) {
            throw new NotAllowed("A change is signed by its rater and by the session's lead.");
        }
    }

    /** Nobody speaks about what they may not see yet, not even the lead. */
    private void requireSeen(Caller caller, UUID engineer) {
        if (!blindness.stillToReview(caller, List.of(engineer)).isEmpty()) {
            throw new Conflict("You still have to review this person; submit or decline that review first.");
        }
    }

    private static void requireOpen(Calibration session) {
        if (!session.isOpen()) {
            throw new Conflict("This session is closed; nothing is changed in it any more.");
        }
    }

    private static Case checked(Calibration session, NewChange wanted) {
        List<FieldError> errors = new ArrayList<>();
        if (wanted.engineer() == null
                || wanted.skill() == null
                || !OpenCalibration.isCase(session, wanted.engineer(), wanted.skill())) {
            errors.add(new FieldError("/engineer", "Name the person and skill of a case of this session."));
        }
        if (wanted.rater() == null || !session.participants().contains(wanted.rater())) {
            errors.add(new FieldError("/rater", "Name a participant whose rating shall change."));
        } else if (wanted.rater().equals(session.lead())) {
            errors.add(new FieldError(
                    "/rater",
                    "The lead cannot sign twice: the lead's ratings are changed where another person leads."));
        }
        if (!errors.isEmpty() || wanted.engineer() == null || wanted.skill() == null) {
            throw new BadInput(errors);
        }
        return new Case(wanted.engineer(), wanted.skill());
    }

    private static double value(NewChange wanted, Scale scale, List<FieldError> errors) {
        Double value = wanted.value();
        if (value == null
                || value < scale.min()
                || value > scale.max()
                || Math.abs((value - scale.min()) / scale.step() - Math.rint((value - scale.min()) / scale.step()))
                        > 1e-9) {
            errors.add(new FieldError("/value", "Give a step of the framework's scale."));
            return 0;
        }
        return value;
    }

    private Change found(UUID calibration, UUID id) {
        return changes.find(calibration, id)
                .orElseThrow(() -> new NotFound("This session has no change with this id."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
