package dev.skillladder.assessment.exemption;

import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.request.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a manager or HR sends.
 *
 * @param from null for today
 */
record NewExemption(
        @Nullable String skill,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String reason) {

    /** An exemption that nobody looks at again would be a lower bar for ever. */
    private static final int MOST_YEARS = 2;

    /** Day whose rules name the skill: what lies ahead is known by today's. */
    LocalDate day(LocalDate today) {
        return from == null || from.isAfter(today) ? today : from;
    }

    /** The same with nothing missing, or everything that is wrong. */
    Checked check(Set<String> skills, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        LocalDate first = from == null ? today : from;
        if (skill == null || !skills.contains(skill)) {
            errors.add(new FieldError("/skill", "Name a skill that the person's role asks for."));
        }
        if (until == null || until.isBefore(first) || until.isBefore(today)) {
            errors.add(new FieldError("/until", "Give the last day; it cannot lie before the first day or today."));
        } else if (until.isAfter(first.plusYears(MOST_YEARS))) {
            errors.add(new FieldError(
                    "/until", "An exemption lasts at most %d years; renew it then.".formatted(MOST_YEARS)));
        }
        String why = Reason.check(reason, errors);
        if (!errors.isEmpty() || skill == null || until == null) {
            throw new BadInput(errors);
        }
        return new Checked(skill, first, until, why);
    }

    record Checked(String skill, LocalDate from, LocalDate until, String reason) {}
}
