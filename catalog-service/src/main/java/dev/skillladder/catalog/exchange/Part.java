package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.problem.Refusal;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A kind of element that tables hold, in the order in which they refer to each other. */
public enum Part {
    /** Skills with texts and synonyms. */
    SKILLS,
    /** What a person does at each step of a skill. */
    BEHAVIOURS,
    /** What levels of roles ask for. */
    REQUIREMENTS;

    static @Nullable Part of(@Nullable String name) {
        return name == null
                ? null
                : Arrays.stream(values())
                        .filter(part -> part.query().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Refusal.badRequest(
                                "bad-part", "'" + name + "' is not a part; use skills, behaviours or requirements."));
    }

    /** Its name in a query and as a sheet. */
    public String query() {
        return name().toLowerCase(Locale.ROOT);
    }
}
