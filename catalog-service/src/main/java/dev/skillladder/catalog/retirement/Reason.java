package dev.skillladder.catalog.retirement;

import dev.skillladder.catalog.problem.Fault;
import dev.skillladder.catalog.problem.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why somebody does it, up to 1,000 characters. */
record Reason(@Nullable String reason) {

    private static final int LONGEST = 1_000;

    String required() {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST,
                    "reason-missing",
                    "Say why, in 1 to " + LONGEST + " characters: {\"reason\": \"…\"}.",
                    List.of(new Fault("/reason", "Expected 1 to " + LONGEST + " characters", null)));
        }
        return reason;
    }
}
