package dev.skillladder.assessment.transfer;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.level.CountedObservations;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.problem.Conflict;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.transfer.TransferAnswer.Carried;
import dev.skillladder.assessment.transfer.TransferAnswer.Complement;
import dev.skillladder.assessment.transfer.TransferAnswer.Missing;
import dev.skillladder.assessment.transfer.TransferAnswer.Rung;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import dev.skillladder.engine.Status;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Where one person would land in other roles of the framework. */
@Component
class FindTransfers {

    private final Levels levels;
    private final CountedObservations counted;
    private final KnownFrameworks frameworks;
    private final KnownRules rules;

    FindTransfers(Levels levels, CountedObservations counted, KnownFrameworks frameworks, KnownRules rules) {
        this.levels = levels;
        this.counted = counted;
        this.frameworks = frameworks;
        this.rules = rules;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    TransferAnswer to(UUID engineer, String role, LocalDate today, Sight sight) {
        PersonAt person = person(engineer, today, sight);
        FrameworkDocument document = frameworks.document(person.framework(), person.version());
        Rules compiled = rules.of(person.framework(), person.version());
        if (!compiled.hasRole(role)) {
            throw new NotFound("The person's framework has no role '%s'; it has %s."
                    .formatted(
                            role,
                            document.roles().stream()
                                    .map(FrameworkDocument.Role::id)
                                    .collect(Collectors.joining(", "))));
        }
        if (role.equals(person.role())) {
            throw new Conflict("The person has this role already; ask for another one.");
        }
        Move move = Move.between(document, compiled, person.role(), role);
        Map<String, Estimate> carried = move.carried(person.estimates());
        LevelResult landing = move.land(carried, observations(person, compiled), person.exempt(), today);
        Named names = Named.of(document, role);
        return new TransferAnswer(
                engineer,
                person.framework(),
                person.version(),
                today,
                person.role(),
                role,
                names.role(),
                move.isStated(),
                landing.verified(),
                landing.possible(),
                landing.pLow(),
                landing.levels().stream()
                        .map(level -> rung(level, names, carried, compiled, role))
                        .toList(),
                carriesOver(person, move, names, compiled, role, carried),
                move.complement().stream()
                        .map(skill -> new Complement(skill, names.skill(skill), mean(person.estimates(), skill)))
                        .toList());
    }

    /** All other roles of the framework, by id. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    List<TransferSummary> all(UUID engineer, LocalDate today, Sight sight) {
        PersonAt person = person(engineer, today, sight);
        FrameworkDocument document = frameworks.document(person.framework(), person.version());
        Rules compiled = rules.of(person.framework(), person.version());
        Map<String, List<Observation>> observations = observations(person, compiled);
        return document.roles().stream()
                .filter(role -> !role.id().equals(person.role()))
                .sorted(Comparator.comparing(FrameworkDocument.Role::id))
                .map(role -> {
                    Move move = Move.between(document, compiled, person.role(), role.id());
                    return summary(
                            role,
                            move,
                            move.land(move.carried(person.estimates()), observations, person.exempt(), person.asOf()));
                })
                .toList();
    }

    private static TransferSummary summary(FrameworkDocument.Role role, Move move, LevelResult landing) {
        LevelOutcome next = landing.levels().stream()
                .filter(level -> !level.verified())
                .findFirst()
                .orElse(null);
        return new TransferSummary(
                role.id(),
                role.name(),
                move.isStated(),
                landing.verified(),
                landing.possible(),
                next == null ? null : next.level(),
                next == null
                        ? 0
                        : (int) next.requirements().stream()
                                .filter(outcome -> outcome.status() != Status.MET)
                                .count());
    }

    private PersonAt person(UUID engineer, LocalDate today, Sight sight) {
        PersonAt person = levels.at(List.of(engineer), today, null, sight).get(engineer);
        if (person == null) {
            throw new NotFound("This person has no role on %s; HR assigns roles in the profile.".formatted(today));
        }
        return person;
    }

    /** Only a framework's own rule reads them. */
    private Map<String, List<Observation>> observations(PersonAt person, Rules compiled) {
        return compiled.readsObservations() ? counted.whatIf(person).observations() : Map.of();
    }

    private static Rung rung(
            LevelOutcome level, Named names, Map<String, Estimate> carried, Rules compiled, String role) {
        return new Rung(
                level.level(),
                names.level(level.level()),
                level.verified(),
                level.possible(),
                level.pLow(),
                level.pHigh(),
                level.needed(),
                level.met(),
                level.requirements().stream()
                        .filter(outcome -> outcome.status() != Status.MET)
                        .map(outcome -> {
                            var requirement = outcome.requirement();
                            Double mean = mean(carried, requirement.skill());
                            return new Missing(
                                    requirement.skill(),
                                    names.skill(requirement.skill()),
                                    requirement.proficiency(),
                                    requirement.importance(),
                                    requirement.mustHave(),
                                    outcome.status(),
                                    mean,
                                    mean == null
                                            ? null
                                            : (Double) Math.max(
                                                    0, compiled.metFrom(role, requirement.proficiency()) - mean));
                        })
                        .toList());
    }

    private static List<Carried> carriesOver(
            PersonAt person, Move move, Named names, Rules compiled, String role, Map<String, Estimate> carried) {
        var asked = compiled.skills(role);
        return carried.values().stream()
                .filter(estimate -> asked.contains(estimate.skill()) || move.states(estimate.skill()))
                .sorted(Comparator.comparing(Estimate::skill))
                .map(estimate -> new Carried(
                        estimate.skill(),
                        names.skill(estimate.skill()),
                        move.rate(estimate.skill()),
                        move.states(estimate.skill()),
                        person.estimates()
                                .getOrDefault(estimate.skill(), estimate)
                                .mean(),
                        estimate.mean(),
                        asked.contains(estimate.skill())))
                .toList();
    }

    private static @Nullable Double mean(Map<String, Estimate> estimates, String skill) {
        Estimate estimate = estimates.get(skill);
        return estimate == null ? null : (Double) estimate.mean();
    }

    /** Names as this version calls things. */
    private record Named(Text role, Map<String, Text> skills, Map<String, Text> levels) {

        static Named of(FrameworkDocument document, String id) {
            FrameworkDocument.Role role = document.roles().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            return new Named(
                    role.name(),
                    document.skills().stream()
                            .collect(Collectors.toMap(FrameworkDocument.Skill::id, FrameworkDocument.Skill::name)),
                    document.ladders().stream()
                            .filter(ladder -> ladder.id().equals(role.ladder()))
                            .flatMap(ladder -> ladder.levels().stream())
                            .collect(Collectors.toMap(FrameworkDocument.Level::id, FrameworkDocument.Level::name)));
        }

        Text skill(String id) {
            return skills.getOrDefault(id, new Text(id, id));
        }

        Text level(String id) {
            return levels.getOrDefault(id, new Text(id, id));
        }
    }
}
