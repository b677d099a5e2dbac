package dev.skillladder.assessment.development;

import dev.skillladder.assessment.knownframework.Rateable;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody states; skills that are not mentioned stay as they were. */
record NewInterests(@Nullable String framework, @Nullable List<@Nullable One> interests) {

    private static final int MOST = 200;
    private static final int HIGHEST = 3;

    /** By skill, or everything that is wrong. */
    Map<String, Integer> check(Rateable framework) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, Integer> checked = new LinkedHashMap<>();
        List<@Nullable One> given = interests == null ? List.of() : interests;
        if (given.isEmpty() || given.size() > MOST) {
            throw new BadInput("/interests", "State 1 to " + MOST + " interests.");
        }
        for (int i = 0; i < given.size(); i++) {
            One one = given.get(i);
            String pointer = "/interests/" + i;
            String skill = one == null ? null : one.skill();
            Integer interest = one == null ? null : one.interest();
            if (skill == null || !framework.hasSkill(skill)) {
                errors.add(new FieldError(pointer + "/skill", "Name a skill of the framework, not " + skill + "."));
            } else if (interest == null || interest < 0 || interest > HIGHEST) {
                errors.add(new FieldError(
                        pointer + "/interest",
                        "Say 0 (no more), 1 (a little), 2 or 3 (very much), not " + interest + "."));
            } else if (checked.put(skill, interest) != null) {
                errors.add(new FieldError(pointer + "/skill", "'" + skill + "' is there twice; keep one."));
            }
        }
        if (!errors.isEmpty()) {
            throw new BadInput(errors);
        }
        return checked;
    }

    /** Interest in one skill. */
    record One(@Nullable String skill, @Nullable Integer interest) {}
}
