package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.contest.Contest.Line;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.request.Reason;
import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an engineer sends.
 *
 * @param asOf day of the explanation, null for today
 */
record NewContest(
        @Nullable LocalDate asOf,
        @Nullable String skill,
        @Nullable String level,
        @Nullable Kind inputKind,
        @Nullable String inputSource,
        @Nullable String reason) {

    /** The line meant, or everything that is wrong. */
    Checked check(PersonAt person, Set<String> skills, Inputs inputs) {
        List<FieldError> errors = new ArrayList<>();
        if (skill == null || !(skills.contains(skill) || person.estimates().containsKey(skill))) {
            errors.add(new FieldError("/skill", "Name a skill of a line of your explanation."));
        } else {
            checkPart(person, skill, inputs, errors);
        }
        String why = Reason.check(reason, errors);
        if (!errors.isEmpty() || skill == null) {
            throw new BadInput(errors);
        }
        return new Checked(new Line(skill, level, inputKind, inputSource), why);
    }

    private void checkPart(PersonAt person, String about, Inputs inputs, List<FieldError> errors) {
        if (level != null && inputKind != null) {
            errors.add(new FieldError("/inputKind", "Contest one line: a requirement or an input, not both."));
        }
        boolean asked = person.result().levels().stream()
                .filter(rung -> rung.level().equals(level))
                .flatMap(rung -> rung.requirements().stream())
                .anyMatch(outcome -> outcome.requirement().skill().equals(about));
        if (level != null && !asked) {
            errors.add(new FieldError("/level", "No such level asks this skill of you."));
        }
        if (inputSource != null && inputKind == Kind.PEER) {
            errors.add(new FieldError("/inputSource", "Peers are not named; leave the source out."));
        } else if (inputSource != null && inputKind == null) {
            errors.add(new FieldError("/inputSource", "Say the kind of the input too."));
        } else if (inputKind != null && !inputs.has(about, inputKind, inputSource)) {
            errors.add(new FieldError("/inputKind", "There is no such input about this skill."));
        }
    }

    record Checked(Line line, String reason) {}

    /** What was said about the person. */
    interface Inputs {
        boolean has(String skill, Kind kind, @Nullable String source);
    }
}
