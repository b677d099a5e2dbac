package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.contest.Contest.Consequence;
import dev.skillladder.assessment.contest.Contest.Outcome;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.request.Reason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the second person sends: nothing of it has a default. */
record Verdict(
        @Nullable Outcome outcome,
        @Nullable Consequence consequence,
        @Nullable String reason) {

    Checked check() {
        List<FieldError> errors = new ArrayList<>();
        if (outcome == null || outcome == Outcome.WITHDRAWN) {
            errors.add(new FieldError("/outcome", "Say UPHELD or DISMISSED."));
        } else if ((outcome == Outcome.UPHELD) != (consequence != null)) {
            errors.add(new FieldError(
                    "/consequence",
                    "Say with UPHELD what follows: CORRECTION, NEW_REVIEW, EXEMPTION or NEW_DECISION; with DISMISSED"
                            + " leave it out."));
        }
        String why = Reason.check(reason, errors);
        if (!errors.isEmpty() || outcome == null) {
            throw new BadInput(errors);
        }
        return new Checked(outcome, consequence, why);
    }

    record Checked(Outcome outcome, @Nullable Consequence consequence, String reason) {}
}
