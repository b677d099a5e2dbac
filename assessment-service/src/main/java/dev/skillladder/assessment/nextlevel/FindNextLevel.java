package dev.skillladder.assessment.nextlevel;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.development.Interests;
import dev.skillladder.assessment.development.Suggestions;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.level.CountedObservations;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.nextlevel.NextLevel.Raise;
import dev.skillladder.assessment.nextlevel.NextLevel.Way;
import dev.skillladder.assessment.nextlevel.NextLevel.What;
import dev.skillladder.assessment.problem.BadRequest;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import dev.skillladder.engine.ShortestPath;
import dev.skillladder.engine.ShortestPath.Ranking;
import dev.skillladder.engine.ShortestPath.Step;
import dev.skillladder.engine.WhatIf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the engine for the shortest ways, and the same engine what each of them leads to. */
@Component
class FindNextLevel {

    private final Levels levels;
    private final CountedObservations counted;
    private final KnownFrameworks frameworks;
    private final Interests interests;

    FindNextLevel(Levels levels, CountedObservations counted, KnownFrameworks frameworks, Interests interests) {
        this.levels = levels;
        this.counted = counted;
        this.frameworks = frameworks;
        this.interests = interests;
    }

    /** @param wanted a level of the role; null for the next one above what is verified and confirmed */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    NextLevel find(UUID engineer, LocalDate day, @Nullable String wanted, Ranking ranking, Sight sight) {
        PersonAt person = levels.at(List.of(engineer), day, null, sight).get(engineer);
        if (person == null) {
            throw new NotFound("This person has no role on %s; HR assigns roles in the profile.".formatted(day));
        }
        String target = target(person, wanted);
        if (target == null) {
            return answer(person, null, ranking, new ShortestPath.Answer(true, 0, List.of()), List.of());
        }
        WhatIf whatIf = counted.whatIf(person);
        Map<String, Integer> interested = interests.of(engineer, person.framework());
        ShortestPath.Answer found = ShortestPath.to(target, whatIf, interested, ranking);
        FrameworkDocument document = frameworks.document(person.framework(), person.version());
        List<Way> ways = found.paths().stream()
                .map(path -> way(person, target, document, path, whatIf))
                .toList();
        return answer(person, target, ranking, found, ways);
    }

    private static @Nullable String target(PersonAt person, @Nullable String wanted) {
        List<String> ladder =
                person.result().levels().stream().map(LevelOutcome::level).toList();
        if (wanted != null) {
            if (!ladder.contains(wanted)) {
                throw new BadRequest("The role has the levels " + String.join(", ", ladder) + ".");
            }
            return wanted;
        }
        int held = Math.max(
                ladder.indexOf(person.result().verified()),
                ladder.indexOf(person.result().confirmed()));
        return held + 1 < ladder.size() ? ladder.get(held + 1) : null;
    }

    private NextLevel answer(
            PersonAt person, @Nullable String target, Ranking ranking, ShortestPath.Answer found, List<Way> ways) {
        FrameworkDocument document = frameworks.document(person.framework(), person.version());
        return new NextLevel(
                person.engineer(),
                person.framework(),
                person.version(),
                person.role(),
                person.asOf(),
                person.result().verified(),
                person.result().possible(),
                person.result().confirmed(),
                target,
                target == null ? null : Names.level(document, person.role(), target),
                ranking,
                found.exact(),
                found.atLeast(),
                ways);
    }

    private static Way way(
            PersonAt person, String target, FrameworkDocument document, ShortestPath.Path path, WhatIf whatIf) {
        var result = whatIf.level(path.raises());
        List<Raise> steps = inOrder(path.steps(), document).stream()
                .map(step -> raise(person, target, document, step))
                .toList();
        return new Way(
                steps,
                path.effort(),
                path.interest(),
                result.verified(),
                result.pLow(),
                PathSentence.of(Names.level(document, person.role(), target), steps));
    }

    private static Raise raise(PersonAt person, String target, FrameworkDocument document, Step step) {
        var estimate = person.estimates().get(step.skill());
        var requirement = person.result().levels().stream()
                .filter(level -> level.level().equals(target))
                .flatMap(level -> level.requirements().stream())
                .map(outcome -> outcome.requirement())
                .filter(asked -> asked.skill().equals(step.skill()))
                .findFirst()
                .orElse(null);
        return new Raise(
                step.skill(),
                Names.skill(document, step.skill()),
                estimate != null && step.effort() == 0 ? What.REVIEW : What.RAISE,
                estimate == null ? null : (Double) estimate.mean(),
                step.to(),
                step.effort(),
                requirement == null ? null : (Double) requirement.proficiency(),
                requirement == null ? null : (Integer) requirement.importance(),
                requirement != null && requirement.mustHave(),
                step.interest(),
                Suggestions.forSkill(document, step.skill()));
    }

    /** Prerequisites first; they never go in a circle. */
    private static List<Step> inOrder(List<Step> steps, FrameworkDocument document) {
        Map<String, List<String>> needs = document.skills().stream()
                .collect(Collectors.toMap(FrameworkDocument.Skill::id, FrameworkDocument.Skill::prerequisites));
        List<Step> left = new ArrayList<>(steps);
        List<Step> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<String> open = left.stream().map(Step::skill).collect(Collectors.toSet());
            Step next = left.stream()
                    .filter(step ->
                            needs.getOrDefault(step.skill(), List.of()).stream().noneMatch(open::contains))
                    .findFirst()
                    .orElse(left.getFirst());
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    /** Names as this version calls things. */
    static final class Names {

        private Names() {}

        static Text skill(FrameworkDocument document, String id) {
            return document.skills().stream()
                    .filter(skill -> skill.id().equals(id))
                    .map(FrameworkDocument.Skill::name)
                    .findFirst()
                    .orElse(new Text(id, id));
        }

        static Text level(FrameworkDocument document, String role, String id) {
            return document.roles().stream()
                    .filter(one -> one.id().equals(role))
                    .flatMap(one -> document.ladders().stream()
                            .filter(ladder -> ladder.id().equals(one.ladder())))
                    .flatMap(ladder -> ladder.levels().stream())
                    .filter(level -> level.id().equals(id))
                    .map(FrameworkDocument.Level::name)
                    .findFirst()
                    .orElse(new Text(id, id));
        }
    }
}
