package dev.skillladder.assessment.engine;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From estimates to a level. */
public final class LevelRule {

    private LevelRule() {}

    /**
     * The level on that day.
     *
     * @param estimates by skill; skills the role does not ask for are not looked at
     * @param exempt skills that leave the rule for this person
     * @param confirmed level a named person decided, null for none
     */
    public static LevelResult level(
            Rules rules,
            String role,
            Map<String, Estimate> estimates,
            LocalDate asOf,
            Set<String> exempt,
            @Nullable String confirmed) {
        var levels = rules.levels(role);
        if (levels.isEmpty()) {
            return new LevelResult(
                    role,
                    asOf,
                    java.util.List.of(),
                    null,
                    null,
                    null,
                    dev.skillladder.contract.assessment.LevelComputed.State.UNRATED,
                    null,
                    null,
                    null,
                    null);
        }
        throw new UnsupportedOperationException("in work");
    }
}
