package dev.skillladder.assessment.request;

import dev.skillladder.assessment.problem.BadInput;
import org.jspecify.annotations.Nullable;

/** Why somebody did something; kept with it. */
public record Reason(@Nullable String reason) {

    private static final int LONGEST = 2_000;

    /** The reason without blanks around it; refuses none, and what no database keeps. */
    public static String required(@Nullable String given) {
        if (given == null || given.isBlank() || given.length() > LONGEST || given.indexOf('\0') >= 0) {
            throw new BadInput("/reason", "Give a reason of 1-%d characters.".formatted(LONGEST));
        }
        return given.strip();
    }

    public String required() {
        return required(reason);
    }
}
