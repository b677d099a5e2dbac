package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.decision.Decision.Outcome;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.request.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a manager sends.
 *
 * @param validFrom null for today
 */
record NewDecision(
        @Nullable Outcome outcome,
        @Nullable String level,
        @Nullable String reason,
        @Nullable LocalDate validFrom) {

    /** Day whose role and ladder the decision speaks of; what lies ahead is refused by {@link #check}. */
    LocalDate day(LocalDate today) {
        return validFrom == null || validFrom.isAfter(today) ? today : validFrom;
    }

    /** The same with nothing missing, or everything that is wrong. */
    Checked check(Collection<String> ladder, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        if (outcome == null) {
            errors.add(new FieldError("/outcome", "Say CONFIRMED or REJECTED."));
        }
        if (level == null || !ladder.contains(level)) {
            errors.add(
                    new FieldError("/level", "Name a level of the person's role: " + String.join(", ", ladder) + "."));
        }
        String why = Reason.check(reason, errors);
        if (validFrom != null && validFrom.isAfter(today)) {
            errors.add(new FieldError("/validFrom", "A decision counts from today or an earlier day, not from later."));
        }
        if (!errors.isEmpty() || outcome == null || level == null) {
            throw new BadInput(errors);
        }
        return new Checked(outcome, level, why, validFrom == null ? today : validFrom);
    }

    record Checked(Outcome outcome, String level, String reason, LocalDate validFrom) {}
}
