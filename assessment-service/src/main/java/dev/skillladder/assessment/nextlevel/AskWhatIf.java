package dev.skillladder.assessment.nextlevel;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.knownframework.Rateable;
import dev.skillladder.assessment.level.CountedObservations;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.nextlevel.WhatIfAnswer.Line;
import dev.skillladder.assessment.nextlevel.WhatIfAnswer.Place;
import dev.skillladder.assessment.nextlevel.WhatIfAnswer.Requirement;
import dev.skillladder.assessment.nextlevel.WhatIfAnswer.Rung;
import dev.skillladder.assessment.problem.BadInput;
import dev.skillladder.assessment.problem.FieldError;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.WhatIf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the engine for a person's level if some skills were better. */
@Component
class AskWhatIf {

    private static final int MOST_RAISES = 60;

    private final Levels levels;
    private final CountedObservations counted;
    private final KnownFrameworks frameworks;

    AskWhatIf(Levels levels, CountedObservations counted, KnownFrameworks frameworks) {
        this.levels = levels;
        this.counted = counted;
        this.frameworks = frameworks;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    WhatIfAnswer ask(UUID engineer, LocalDate day, Question question, Sight sight) {
        PersonAt person = levels.at(List.of(engineer), day, null, sight).get(engineer);
        if (person == null) {
            throw new NotFound("This person has no role on %s; HR assigns roles in the profile.".formatted(day));
        }
        Rateable rateable =
                frameworks.rateable(person.framework(), person.version()).orElseThrow();
        Map<String, Double> raises = question.check(rateable);
        WhatIf whatIf = counted.whatIf(person);
        LevelResult then = person.said(whatIf.level(raises));
        return new WhatIfAnswer(
                engineer,
                person.framework(),
                person.version(),
                person.role(),
                day,
                person.result().confirmed(),
                place(person.result()),
                place(then),
                lines(person, whatIf, raises, then));
    }

    private List<Line> lines(PersonAt person, WhatIf whatIf, Map<String, Double> raises, LevelResult then) {
        var document = frameworks.document(person.framework(), person.version());
        var skills = new TreeSet<>(whatIf.rules().skills(person.role()));
        skills.addAll(raises.keySet());
        var lines = new ArrayList<Line>();
        for (String skill : skills) {
            var now = person.estimates().get(skill);
            var raisedTo = raises.get(skill);
            var raised = raisedTo == null ? now : whatIf.estimate(skill, raisedTo);
            lines.add(new Line(
                    skill,
                    FindNextLevel.Names.skill(document, skill),
                    raisedTo,
                    now == null ? null : (Double) now.mean(),
                    raised == null ? null : (Double) raised.mean(),
                    requirements(skill, person.result(), then)));
        }
        return lines;
    }

    private static List<Requirement> requirements(String skill, LevelResult now, LevelResult then) {
        var requirements = new ArrayList<Requirement>();
        for (int rank = 0; rank < now.levels().size(); rank++) {
            var before = now.levels().get(rank);
            var after = then.levels().get(rank);
            for (int i = 0; i < before.requirements().size(); i++) {
                var one = before.requirements().get(i);
                var other = after.requirements().get(i);
                if (one.requirement().skill().equals(skill)) {
                    requirements.add(new Requirement(
                            before.level(),
                            one.requirement().proficiency(),
                            one.requirement().importance(),
                            one.requirement().mustHave(),
                            one.status(),
                            other.status(),
                            one.p(),
                            other.p()));
                }
            }
        }
        return requirements;
    }

    private static Place place(LevelResult result) {
        return new Place(
                result.verified(),
                result.possible(),
                result.state(),
                result.pLow(),
                result.pHigh(),
                result.levels().stream()
                        .map(level -> new Rung(
                                level.level(),
                                level.verified(),
                                level.possible(),
                                level.pLow(),
                                level.pHigh(),
                                level.needed(),
                                level.met()))
                        .toList());
    }

    /** Which skills at least at which values. */
    record Question(@Nullable List<@Nullable Raised> raises) {

        /** By skill, or everything that is wrong. */
        Map<String, Double> check(Rateable framework) {
            var given = raises == null ? List.<@Nullable Raised>of() : raises;
            if (given.isEmpty() || given.size() > MOST_RAISES) {
                throw new BadInput("/raises", "Name 1 to " + MOST_RAISES + " skills to raise.");
            }
            var errors = new ArrayList<FieldError>();
            var checked = new LinkedHashMap<String, Double>();
            for (int i = 0; i < given.size(); i++) {
                var one = given.get(i);
                var skill = one == null ? null : one.skill();
                var to = one == null ? null : one.to();
                var pointer = "/raises/" + i;
                if (skill == null || !framework.hasSkill(skill)) {
                    errors.add(new FieldError(pointer + "/skill", "The framework has no skill '" + skill + "'."));
                } else if (to == null) {
                    errors.add(new FieldError(pointer + "/to", "Give a value on the scale."));
                } else if (framework.refusal(to) != null) {
                    errors.add(new FieldError(pointer + "/to", String.valueOf(framework.refusal(to))));
                } else if (checked.put(skill, to) != null) {
                    errors.add(new FieldError(pointer + "/skill", "'" + skill + "' is there twice; keep one."));
                }
            }
            if (!errors.isEmpty()) {
                throw new BadInput(errors);
            }
            return checked;
        }
    }

    /** One skill that is thought to be better. */
    record Raised(@Nullable String skill, @Nullable Double to) {}
}
