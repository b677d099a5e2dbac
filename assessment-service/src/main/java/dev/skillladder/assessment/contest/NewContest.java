package dev.skillladder.assessment.contest;

import dev.skillladder.assessment.contest.Contest.Line;
import dev.skillladder.assessment.contest.Contest.Step;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.request.Reason;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.declarative.RuleLine;
import dev.skillladder.engine.declarative.RuleLine.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an engineer sends.
 *
 * @param asOf day of the explanation, null for today
 * @param skill of the line, null with {@code step}
 * @param step of the framework's own rule, with {@code level} if it is about one
 */
record NewContest(
        @Nullable LocalDate asOf,
        @Nullable String skill,
        @Nullable String level,
        @Nullable Kind inputKind,
        @Nullable String inputSource,
        @Nullable NewStep step,
        @Nullable String reason) {

    /** The line meant, or everything that is wrong. */
    Checked check(PersonAt person, Set<String> skills, Inputs inputs, Steps steps) {
        List<FieldError> errors = new ArrayList<>();
        if (step != null) {
            return checkStep(step, steps, errors);
        }
        if (skill == null || !(skills.contains(skill) || person.estimates().containsKey(skill))) {
            errors.add(new FieldError("/skill", "Name a skill of a line of your explanation."));
        } else {
            checkPart(person, skill, inputs, errors);
        }
        String why = Reason.check(reason, errors);
        if (!errors.isEmpty() || skill == null) {
            throw new BadInput(errors);
        }
        return new Checked(new Line(skill, level, inputKind, inputSource, null), why);
    }

    /** A step that reads a skill is about that skill too. */
    private Checked checkStep(NewStep wanted, Steps steps, List<FieldError> errors) {
        if (skill != null || inputKind != null || inputSource != null) {
            errors.add(new FieldError("/step", "Contest one line: a step of the rule, a skill or an input."));
        }
        RuleLine found = steps.all().stream()
                .filter(one -> wanted.isOf(one) && Objects.equals(level, one.level()))
                .findFirst()
                .orElse(null);
        if (found == null) {
            errors.add(new FieldError("/step", "Your explanation has no such step in ruleLines."));
        }
        String why = Reason.check(reason, errors);
        if (!errors.isEmpty() || found == null) {
            throw new BadInput(errors);
        }
        String read = found.part() == Part.SKILL || found.rating() != null ? found.of() : null;
        return new Checked(new Line(read, level, null, null, new Step(found.part(), found.of(), found.track())), why);
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

    /** A step as the explanation's {@code ruleLines} name it; {@code track} null for what tracks share. */
    record NewStep(
            @Nullable Part part,
            @Nullable String of,
            @Nullable String track) {

        boolean isOf(RuleLine line) {
            return line.part() == part && line.of().equals(of) && Objects.equals(line.track(), track);
        }
    }

    /** The steps of the framework's own rule, none for LEVELS-1. */
    interface Steps {
        List<RuleLine> all();
    }

    /** What was said about the person. */
    interface Inputs {
        boolean has(String skill, Kind kind, @Nullable String source);
    }
}
