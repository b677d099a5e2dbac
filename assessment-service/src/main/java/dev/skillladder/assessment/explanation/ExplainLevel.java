package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.contest.OpenContests;
import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.level.CountedObservations;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.mapping.Followed;
import dev.skillladder.assessment.mapping.Origin;
import dev.skillladder.assessment.problem.NotFound;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.Observation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Explains where a person stands on a day. */
@Component
class ExplainLevel {

    private final Levels levels;
    private final CountedObservations counted;
    private final KnownFrameworks frameworks;
    private final KnownRules rules;
    private final KnownEngineers engineers;
    private final OpenContests contests;

    ExplainLevel(
            Levels levels,
            CountedObservations counted,
            KnownFrameworks frameworks,
            KnownRules rules,
            KnownEngineers engineers,
            OpenContests contests) {
        this.levels = levels;
        this.counted = counted;
        this.frameworks = frameworks;
        this.rules = rules;
        this.engineers = engineers;
        this.contests = contests;
    }

    /** One snapshot of the database, so that the level and its inputs belong together. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Explanation explain(UUID engineer, LocalDate asOf, @Nullable Instant knownAt, Reader reader, Sight sight) {
        var person = levels.at(List.of(engineer), asOf, knownAt, sight).get(engineer);
        if (person == null) {
            throw new NotFound("This person has no role on %s; HR assigns roles in the profile.".formatted(asOf));
        }
        var followed = counted.of(List.of(person)).getOrDefault(engineer, Map.of());
        var observations = new HashMap<String, List<Observation>>();
        followed.forEach((skill, seen) ->
                observations.put(skill, seen.stream().map(Followed::observation).toList()));
        var contested = contests.lines(List.of(engineer), knownAt);
        var facts = new Facts(
                engineer,
                frameworks.document(person.framework(), person.version()),
                person.version(),
                rules.of(person.framework(), person.version()),
                person.role(),
                asOf,
                knownAt,
                observations,
                origins(followed),
                person.estimates(),
                person.exempt(),
                contested.skills(engineer, person.framework(), person.version()),
                contested.steps(engineer, person.framework()),
                person.result(),
                person.computedAt());
        return Explain.explain(facts, reader, reader.namesManagers() ? managers(observations) : Map.of());
    }

    private static Map<String, Map<Observation, List<Origin>>> origins(Map<String, List<Followed>> followed) {
        var origins = new HashMap<String, Map<Observation, List<Origin>>>();
        followed.forEach((skill, seen) -> seen.stream()
                .filter(observation -> observation.cameFromElsewhere(skill))
                .forEach(observation -> origins.computeIfAbsent(skill, _ -> new HashMap<>())
                        .merge(observation.observation(), observation.origins(), ExplainLevel::both)));
        return origins;
    }

    private static List<Origin> both(List<Origin> some, List<Origin> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private Map<String, Text> managers(Map<String, List<Observation>> observations) {
        Set<UUID> sources = observations.values().stream()
                .flatMap(List::stream)
                .filter(observation -> observation.kind() == Kind.MANAGER && isId(observation.source()))
                .map(observation -> UUID.fromString(observation.source()))
                .collect(Collectors.toSet());
        var names = new HashMap<String, Text>();
        for (KnownEngineer manager : engineers.find(sources).values()) {
            if (manager.name() != null) {
                names.put(manager.engineer().toString(), manager.name());
            }
        }
        return names;
    }

    // the log takes any source; only an id can be somebody with a name
    private static boolean isId(String source) {
        return source.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
