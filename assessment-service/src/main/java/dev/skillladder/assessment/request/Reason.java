package dev.skillladder.assessment.request;

import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why somebody did something; kept with it. */
public record Reason(@Nullable String reason) {

    private static final int LONGEST = 4_000;

    /** The reason without blanks around it; refuses none, and what no database keeps. */
    public static String required(@Nullable String given) {
        List<FieldError> errors = new ArrayList<>();
        String reason = check(given, errors);
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        return reason;
    }

    public String required() {
        return required(reason);
    }

    /** The same beside other things that may be wrong: none to speak of is an empty one and one more error. */
    public static String check(@Nullable String given, List<FieldError> errors) {
        if (given == null || given.isBlank() || given.length() > LONGEST || given.indexOf('\0') >= 0) {
            errors.add(new FieldError("/reason", "Give a reason of 1-%d characters.".formatted(LONGEST)));
            return "";
        }
        return given.strip();
    }
}
