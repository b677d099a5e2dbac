package dev.skillladder.assessment.freshness;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.freshness.RunningOut.Row;
import dev.skillladder.assessment.freshness.RunsOut.Why;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.level.CountedObservations;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.mapping.Followed;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.engine.Freshness;
import dev.skillladder.engine.LevelResult.RequirementOutcome;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Reading;
import dev.skillladder.engine.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** How long what is known lasts. Where evidence expires before age decides, the log says what is left without it. */
@Component
class FindFreshness {

    private final RunningOut runningOut;
    private final Levels levels;
    private final CountedObservations counted;
    private final KnownFrameworks frameworks;
    private final KnownRules rules;

    FindFreshness(
            RunningOut runningOut,
            Levels levels,
            CountedObservations counted,
            KnownFrameworks frameworks,
            KnownRules rules) {
        this.runningOut = runningOut;
        this.levels = levels;
        this.counted = counted;
        this.frameworks = frameworks;
        this.rules = rules;
    }

    /** Every skill the person's role asks for, and every other one of its framework of which something is known. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<SkillFreshness> ofPerson(UUID engineer, LocalDate today, Sight sight) {
        PersonAt person = levels.at(List.of(engineer), today, null, sight).get(engineer);
        if (person == null) {
            throw new NotFound("This person has no role on %s; HR assigns roles in the profile.".formatted(today));
        }
        Rules compiled = rules.of(person.framework(), person.version());
        Map<String, List<Followed>> seen = counted.of(List.of(person)).getOrDefault(engineer, Map.of());
        Map<String, RequirementOutcome> asked = new HashMap<>();
        person.result()
                .levels()
                .forEach(level -> level.requirements()
                        .forEach(outcome -> asked.put(outcome.requirement().skill(), outcome)));
        Set<String> skills = new TreeSet<>(compiled.skills(person.role()));
        skills.addAll(person.estimates().keySet());
        Map<String, Text> names = names(person.framework(), person.version());
        List<SkillFreshness> found = new ArrayList<>();
        for (String skill : skills) {
            var estimate = person.estimates().get(skill);
            Reading reading = estimate == null ? null : Reading.of(compiled, estimate, today);
            RequirementOutcome outcome = asked.get(skill);
            found.add(new SkillFreshness(
                    person.framework(),
                    skill,
                    names.getOrDefault(skill, new Text(skill, skill)),
                    compiled.skills(person.role()).contains(skill),
                    outcome == null ? null : outcome.status(),
                    Freshness.unknownOn(compiled, skill, observations(seen, skill), today, null),
                    reading == null ? null : reading.staleOn(),
                    estimate == null ? null : estimate.expiresOn(),
                    estimate == null ? null : estimate.newest(),
                    reading == null ? null : (Double) reading.weight()));
        }
        return found;
    }

    /** @param among null for everybody who works here */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<RunsOut> runsOut(@Nullable Collection<UUID> among, LocalDate today, int days, Place place, int most) {
        List<Row> rows = runningOut.page(among, today, today.plusDays(days), place, most);
        Map<UUID, PersonAt> expiring = levels.at(
                rows.stream()
                        .filter(FindFreshness::expiresFirst)
                        .map(Row::engineer)
                        .collect(Collectors.toSet()),
                today,
                null);
        Map<UUID, Map<String, List<Followed>>> seen = counted.of(expiring.values());
        return rows.stream().map(row -> runsOut(row, today, seen)).toList();
    }

    private RunsOut runsOut(Row row, LocalDate today, Map<UUID, Map<String, List<Followed>>> seen) {
        LocalDate unknownOn = row.staleOn();
        if (expiresFirst(row)) {
            LocalDate exact = Freshness.unknownOn(
                    rules.of(row.framework(), row.version()),
                    row.skill(),
                    observations(seen.getOrDefault(row.engineer(), Map.of()), row.skill()),
                    today,
                    null);
            unknownOn = exact == null ? unknownOn : exact;
        }
        return new RunsOut(
                row.engineer(),
                row.nameZh() == null || row.nameEn() == null ? null : new Text(row.nameZh(), row.nameEn()),
                row.framework(),
                row.role(),
                row.skill(),
                names(row.framework(), row.version()).getOrDefault(row.skill(), new Text(row.skill(), row.skill())),
                row.runsOutOn(),
                expiresFirst(row) && unknownOn.isAfter(row.runsOutOn()) ? Why.EVIDENCE : Why.UNKNOWN,
                unknownOn,
                row.expiresOn(),
                row.newest());
    }

    private static boolean expiresFirst(Row row) {
        return row.expiresOn() != null && row.expiresOn().isBefore(row.staleOn());
    }

    private static List<Observation> observations(Map<String, List<Followed>> seen, String skill) {
        return seen.getOrDefault(skill, List.of()).stream()
                .map(Followed::observation)
                .toList();
    }

    private Map<String, Text> names(String framework, int version) {
        return frameworks.document(framework, version).skills().stream()
                .collect(Collectors.toMap(FrameworkDocument.Skill::id, FrameworkDocument.Skill::name));
    }
}
