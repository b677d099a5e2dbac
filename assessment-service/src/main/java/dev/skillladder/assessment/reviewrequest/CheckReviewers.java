package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.assessment.access.Access;
import dev.skillladder.assessment.conflict.ConflictsOfInterest;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who can be asked about whom; tells all that is wrong at once. */
@Component
class CheckReviewers {

    private static final int MAX_REVIEWERS = 20;

    private final Access access;
    private final KnownEngineers engineers;
    private final ConflictsOfInterest conflicts;

    CheckReviewers(Access access, KnownEngineers engineers, ConflictsOfInterest conflicts) {
        this.access = access;
        this.engineers = engineers;
        this.conflicts = conflicts;
    }

    List<UUID> reviewers(UUID subject, Kind kind, @Nullable List<@Nullable UUID> given, LocalDate today) {
        if (kind != Kind.PEER && kind != Kind.MANAGER) {
            throw new BadInput("/kind", "Ask for a review of kind PEER or MANAGER.");
        }
        if (given == null || given.isEmpty() || given.size() > MAX_REVIEWERS) {
            throw new BadInput("/reviewers", "Ask 1 to %d people.".formatted(MAX_REVIEWERS));
        }
        List<UUID> named = given.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        var facts = new Facts(
                subject, kind, engineers.find(named), conflicts.inConflictWith(subject, named), new HashSet<>(), today);
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String refusal = refusal(given.get(i), facts);
            if (refusal != null) {
                errors.add(new FieldError("/reviewers/" + i, refusal));
            }
        }
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        return named;
    }

    private @Nullable String refusal(@Nullable UUID reviewer, Facts facts) {
        if (reviewer == null) {
            return "Name the reviewer by id.";
        }
        if (reviewer.equals(facts.subject())) {
            return "A peer is somebody else; a self-review needs no request.";
        }
        KnownEngineer engineer = facts.known().get(reviewer);
        if (engineer == null || !engineer.active()) {
            return "There is nobody with this id working here.";
        }
        if (facts.conflicting().contains(reviewer)) {
            return "This person cannot review the subject; ask somebody else.";
        }
        if (facts.kind() == Kind.MANAGER && !access.isAbove(reviewer, facts.subject(), facts.today())) {
            return "A manager's review is asked of somebody above the person.";
        }
        return facts.seen().add(reviewer) ? null : "This reviewer is named twice.";
    }

    private record Facts(
            UUID subject,
            Kind kind,
            Map<UUID, KnownEngineer> known,
            Set<UUID> conflicting,
            Set<UUID> seen,
            LocalDate today) {}
}
