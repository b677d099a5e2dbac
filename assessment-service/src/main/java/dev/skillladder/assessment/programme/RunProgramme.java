package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.access.Caller;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.programme.Admission.Outcome;
import dev.skillladder.assessment.programme.Participant.State;
import dev.skillladder.assessment.request.IfMatch;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Programme;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** What HR does with a programme: open a cohort, check somebody's ability, decide, change mentor or state. */
@Component
class RunProgramme {

    private static final int LONGEST_REASON = 4_000;
    private static final int LONGEST_NAME = 200;

    private final KnownFrameworks frameworks;
    private final KnownEngineers engineers;
    private final Cohorts cohorts;
    private final Admissions admissions;
    private final Participants participants;
    private final CheckAbility ability;
    private final FollowProgress follow;
    private final Clock clock;

    RunProgramme(
            KnownFrameworks frameworks,
            KnownEngineers engineers,
            Cohorts cohorts,
            Admissions admissions,
            Participants participants,
            CheckAbility ability,
            FollowProgress follow,
            Clock clock) {
        this.frameworks = frameworks;
        this.engineers = engineers;
        this.cohorts = cohorts;
        this.admissions = admissions;
        this.participants = participants;
        this.ability = ability;
        this.follow = follow;
        this.clock = clock;
    }

    @Transactional
    Cohort open(Caller caller, NewCohort given) {
        List<FieldError> errors = new ArrayList<>();
        String framework = given.framework() == null ? "" : given.framework();
        var version = frameworks.latest(framework);
        Programme programme = version.isPresent()
                ? frameworks.document(framework, version.getAsInt()).programme()
                : null;
        if (programme == null) {
            errors.add(new FieldError("/framework", "Name a published framework that has a growth programme."));
        }
        var name = given.name();
        if (name == null || !fits(name.zh(), LONGEST_NAME) || !fits(name.en(), LONGEST_NAME)) {
            errors.add(new FieldError("/name", "Give a name in zh and en, of 1-" + LONGEST_NAME + " characters."));
        }
        if (given.startsOn() == null) {
            errors.add(new FieldError("/startsOn", "Give the day on which the programme starts."));
        }
        if (!errors.isEmpty() || programme == null || name == null || given.startsOn() == null) {
            throw new BadInput(errors);
        }
        Cohort cohort = new Cohort(
                UUID.randomUUID(),
                framework,
                version.getAsInt(),
                programme.id(),
                name,
                given.startsOn(),
                caller.subject(),
                now());
        cohorts.add(cohort);
        return cohort;
    }

    @Transactional
    Admission check(Caller caller, UUID id, NewCheck given) {
        Cohort cohort = open(id);
        UUID engineer = given.engineer();
        if (engineer == null || engineers.lock(List.of(engineer)).isEmpty()) {
            throw new BadInput("/engineer", "Name somebody who is known here.");
        }
        JsonNode observations = given.observations();
        if (observations == null || !observations.isArray() || observations.isEmpty()) {
            throw new BadInput("/observations", "Give what was seen in the check, as for evaluate.");
        }
        LocalDate asOf = given.asOf() == null ? today() : given.asOf();
        if (asOf.isAfter(today())) {
            throw new BadInput("/asOf", "A check was made today or earlier, not later.");
        }
        if (participants.find(id, engineer).isPresent()) {
            throw new Conflict("This person is in the cohort already.");
        }
        FrameworkDocument document = frameworks.document(cohort.framework(), cohort.frameworkVersion());
        CheckAbility.Result result = ability.check(document, follow.programme(cohort), observations, asOf);
        Admission admission = new Admission(
                UUID.randomUUID(),
                id,
                engineer,
                result.passed(),
                result.lines(),
                caller.subject(),
                now(),
                null,
                null,
                null,
                null);
        if (!admissions.add(admission, observations)) {
            throw new Conflict("A check of this person waits for a decision; decide it first.");
        }
        return admission;
    }

    @Transactional
    Admission decide(Caller caller, UUID id, NewAdmissionDecision given) {
        Admission admission = admissions.find(id).orElseThrow(() -> new NotFound("There is no check with this id."));
        Outcome outcome = given.outcome();
        String reason = given.reason();
        List<FieldError> errors = new ArrayList<>();
        if (outcome == null) {
            errors.add(new FieldError("/outcome", "Say ADMITTED or REFUSED."));
        }
        if (!fits(reason, LONGEST_REASON)) {
            errors.add(new FieldError("/reason", "Give a reason of 1-" + LONGEST_REASON + " characters."));
        }
        checkMentor(given.mentor(), admission.engineer(), errors);
        if (!errors.isEmpty() || outcome == null || reason == null) {
            throw new BadInput(errors);
        }
        engineers.lock(List.of(admission.engineer()));
        if (!admissions.decide(admission, outcome, reason.strip(), caller.subject(), now())) {
            throw new Conflict("This check was decided already; check the person again to decide anew.");
        }
        if (outcome == Outcome.ADMITTED) {
            open(admission.cohort());
            Participant participant =
                    new Participant(admission.cohort(), admission.engineer(), given.mentor(), State.ACTIVE, 1, now());
            if (!participants.add(participant, reason.strip(), caller.subject())) {
                throw new Conflict("This person takes part in a programme already.");
            }
        }
        return admissions.find(id).orElseThrow();
    }

    @Transactional
    Participant change(Caller caller, UUID cohort, UUID engineer, @Nullable String ifMatch, ChangedParticipant wanted) {
        Participant before = participants
                .find(cohort, engineer)
                .orElseThrow(() -> new NotFound("This person is not in this cohort."));
        IfMatch.require(ifMatch, before.revision());
        if (before.state() != State.ACTIVE) {
            throw new Conflict("This person's programme is %s.".formatted(before.state()));
        }
        List<FieldError> errors = new ArrayList<>();
        checkMentor(wanted.mentor(), engineer, errors);
        String reason = wanted.reason();
        if (!fits(reason, LONGEST_REASON)) {
            errors.add(new FieldError("/reason", "Give a reason of 1-" + LONGEST_REASON + " characters."));
        }
        if (!errors.isEmpty() || reason == null) {
            throw new BadInput(errors);
        }
        Participant after = new Participant(
                cohort,
                engineer,
                wanted.mentor() == null ? before.mentor() : wanted.mentor(),
                Objects.requireNonNullElse(wanted.state(), before.state()),
                before.revision() + 1,
                before.admittedAt());
        if (!participants.change(after, reason.strip(), caller.subject(), now())) {
            throw new Conflict("Somebody changed this at the same moment; read it again and repeat the change.");
        }
        return after;
    }

    /** Too late once the programme of this cohort is over. */
    private Cohort open(UUID id) {
        Cohort cohort = cohorts.lock(id).orElseThrow(ShowProgramme::unknown);
        LocalDate end = cohort.startsOn().plusMonths(follow.programme(cohort).months());
        if (end.isBefore(today())) {
            throw new Conflict("The programme of this cohort ended on %s; open another cohort.".formatted(end));
        }
        return cohort;
    }

    private void checkMentor(@Nullable UUID mentor, UUID engineer, List<FieldError> errors) {
        if (mentor == null) {
            return;
        }
        KnownEngineer known = engineers.find(List.of(mentor)).get(mentor);
        if (mentor.equals(engineer) || known == null || !known.active()) {
            errors.add(new FieldError("/mentor", "Name somebody else who works here."));
        }
    }

    private static boolean fits(@Nullable String text, int longest) {
        return text != null && !text.isBlank() && text.length() <= longest && text.indexOf('\0') < 0;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Whom to check, by what was seen.
     *
     * @param asOf day of the check, null for today
     * @param observations as {@code evaluate} takes them
     */
    record NewCheck(
            @Nullable UUID engineer,
            @Nullable LocalDate asOf,
            @Nullable JsonNode observations) {}

    /** What was decided; {@code mentor} only counts for somebody who is admitted. */
    record NewAdmissionDecision(
            @Nullable Outcome outcome,
            @Nullable String reason,
            @Nullable UUID mentor) {}

    /** What to change; what is left out stays. */
    record ChangedParticipant(
            @Nullable UUID mentor,
            @Nullable State state,
            @Nullable String reason) {}
}
