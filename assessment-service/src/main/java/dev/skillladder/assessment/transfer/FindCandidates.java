package dev.skillladder.assessment.transfer;

import dev.skillladder.assessment.estimate.Estimates;
import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.estimate.StoredEstimate;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.level.CountedObservations;
import dev.skillladder.assessment.level.ExemptSkills;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.observation.PersonSkill;
import dev.skillladder.assessment.problem.BadRequest;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.assessment.request.Page;
import dev.skillladder.assessment.transfer.Movable.Person;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import dev.skillladder.engine.Status;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who could take an open role. Everybody is looked at in batches of set-based reads, and only the page's best are kept, so
 * memory does not grow with the company.
 */
@Component
class FindCandidates {

    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Movable movable;
    private final Estimates estimates;
    private final Levels levels;
    private final ExemptSkills exemptSkills;
    private final CountedObservations counted;
    private final KnownFrameworks frameworks;
    private final KnownRules rules;

    FindCandidates(
            Movable movable,
            Estimates estimates,
            Levels levels,
            ExemptSkills exemptSkills,
            CountedObservations counted,
            KnownFrameworks frameworks,
            KnownRules rules) {
        this.movable = movable;
        this.estimates = estimates;
        this.levels = levels;
        this.exemptSkills = exemptSkills;
        this.counted = counted;
        this.frameworks = frameworks;
        this.rules = rules;
    }

    /**
     * The best first.
     *
     * @param wanted level that is open, null for the lowest
     * @param among null for everybody who works here
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Page<Candidate> find(
            String framework,
            String role,
            @Nullable String wanted,
            @Nullable Collection<UUID> among,
            @Nullable Rank after,
            int limit,
            LocalDate today) {
        String open = open(framework, role, wanted);
        NavigableMap<Rank, Candidate> best = new TreeMap<>();
        UUID last = FIRST;
        List<Person> batch;
        do {
            batch = movable.after(last, framework, role, among, BATCH);
            add(best, batch, new Opening(framework, role, open, today), after, limit);
            last = batch.isEmpty() ? last : batch.getLast().engineer();
        } while (batch.size() == BATCH);
        boolean more = best.size() > limit;
        if (more) {
            best.pollLastEntry();
        }
        return new Page<>(List.copyOf(best.values()), more ? best.lastKey().cursor() : null);
    }

    private String open(String framework, String role, @Nullable String wanted) {
        int version = frameworks
                .latest(framework)
                .orElseThrow(() -> new NotFound("There is no published framework '" + framework + "'."));
        Rules compiled = rules.of(framework, version);
        if (!compiled.hasRole(role)) {
            throw new NotFound("The framework has no role '" + role + "'.");
        }
        List<String> ladder = compiled.levels(role).stream()
                .map(Rules.LevelRequirements::level)
                .toList();
        if (wanted != null && !ladder.contains(wanted)) {
            throw new BadRequest("The role has the levels " + String.join(", ", ladder) + ".");
        }
        return wanted == null ? ladder.getFirst() : wanted;
    }

    private void add(
            NavigableMap<Rank, Candidate> best, List<Person> batch, Opening opening, @Nullable Rank after, int limit) {
        List<UUID> people = batch.stream().map(Person::engineer).toList();
        Map<UUID, Map<PersonSkill, StoredEstimate>> stored = people.isEmpty() ? Map.of() : estimates.of(people);
        Map<UUID, Map<String, List<Observation>>> observations = observations(batch, opening);
        ExemptSkills.Of exempt = exemptSkills.of(people, null);
        for (Person person : batch) {
            Rules compiled = rules.of(opening.framework(), person.version());
            if (!compiled.hasRole(opening.role())) {
                continue;
            }
            Move move = Move.between(
                    frameworks.document(opening.framework(), person.version()),
                    compiled,
                    person.role(),
                    opening.role());
            LevelResult landing = move.land(
                    move.carried(bySkill(stored.getOrDefault(person.engineer(), Map.of()), opening.framework())),
                    observations.getOrDefault(person.engineer(), Map.of()),
                    exempt.skills(person.engineer(), opening.framework(), person.version(), opening.today()),
                    opening.today());
            place(landing, person, opening).ifPresent(placed -> {
                if (after == null || placed.rank().compareTo(after) > 0) {
                    best.put(placed.rank(), placed.candidate());
                    if (best.size() > limit + 1) {
                        best.pollLastEntry();
                    }
                }
            });
        }
    }

    /** Only for those whose rule reads them. */
    private Map<UUID, Map<String, List<Observation>>> observations(List<Person> batch, Opening opening) {
        List<UUID> wanted = batch.stream()
                .filter(person ->
                        rules.of(opening.framework(), person.version()).readsObservations())
                .map(Person::engineer)
                .toList();
        Map<UUID, Map<String, List<Observation>>> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            counted.of(levels.at(wanted, opening.today(), null).values())
                    .forEach((engineer, skills) -> found.put(
                            engineer,
                            skills.entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey,
                                            skill -> skill.getValue().stream()
                                                    .map(followed -> followed.observation())
                                                    .toList()))));
        }
        return found;
    }

    private static Map<String, Estimate> bySkill(Map<PersonSkill, StoredEstimate> stored, String framework) {
        return stored.values().stream()
                .filter(estimate -> estimate.about().framework().equals(framework))
                .collect(Collectors.toMap(estimate -> estimate.about().skill(), StoredEstimate::estimate));
    }

    private static Optional<Placed> place(LevelResult landing, Person person, Opening opening) {
        List<String> ladder = landing.levels().stream().map(LevelOutcome::level).toList();
        return landing.levels().stream()
                .filter(level -> level.level().equals(opening.level()))
                .findFirst()
                .map(level -> new Placed(
                        new Rank(
                                landing.verified() == null ? -1 : ladder.indexOf(landing.verified()),
                                level.pLow(),
                                Math.max(0, level.needed() - level.met()),
                                level.pHigh(),
                                person.engineer()),
                        new Candidate(
                                person.engineer(),
                                person.name(),
                                person.role(),
                                person.confirmed(),
                                landing.verified(),
                                landing.possible(),
                                level.pLow(),
                                level.pHigh(),
                                Math.max(0, level.needed() - level.met()),
                                level.requirements().stream()
                                        .filter(outcome ->
                                                outcome.requirement().mustHave() && outcome.status() != Status.MET)
                                        .map(outcome -> outcome.requirement().skill())
                                        .toList())));
    }

    /** What is to be filled. */
    private record Opening(String framework, String role, String level, LocalDate today) {}

    private record Placed(Rank rank, Candidate candidate) {}
}
