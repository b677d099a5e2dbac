package dev.skillladder.assessment.comparison;

import dev.skillladder.assessment.review.Answer;
import dev.skillladder.contract.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was said about one person, side by side.
 *
 * @param name of the person, null once erased
 * @param cycle whose reviews were compared; null for everybody's newest word
 */
record Comparison(
        UUID engineer,
        @Nullable Text name,
        String framework,
        int frameworkVersion,
        @Nullable UUID cycle,
        List<Line> skills) {

    Comparison {
        skills = List.copyOf(skills);
    }

    /**
     * One skill.
     *
     * @param self null if the person said nothing
     * @param managers one per manager, by name
     * @param peers null if none gave a value, or the reader may not see it yet
     */
    record Line(
            String skill,
            Text name,
            @Nullable Own self,
            List<Managers> managers,
            @Nullable Peers peers) {

        Line {
            managers = List.copyOf(managers);
        }
    }

    /** What the person said. */
    record Own(
            UUID review,
            Answer answer,
            @Nullable Double value,
            @Nullable String comment,
            LocalDate observedOn) {}

    /**
     * What a manager said.
     *
     * @param difference to self, above 0 if the manager sees more; null unless both gave a value
     */
    record Managers(
            UUID review,
            @Nullable UUID rater,
            @Nullable Text name,
            Answer answer,
            @Nullable Double value,
            @Nullable String comment,
            LocalDate observedOn,
            @Nullable Double difference) {}

    /**
     * What peers said together; one by one they are never shown here.
     *
     * @param count of peers who gave a value
     * @param difference of the mean to self; null unless the person gave a value
     */
    record Peers(int count, double mean, @Nullable Double difference) {}
}
