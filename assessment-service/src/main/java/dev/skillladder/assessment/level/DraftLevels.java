package dev.skillladder.assessment.level;

import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.mapping.Followed;
import dev.skillladder.assessment.mapping.MappingChain;
import dev.skillladder.assessment.mapping.SkillMappings;
import dev.skillladder.assessment.mapping.Stated;
import dev.skillladder.assessment.observation.ObservationLog;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.Estimator;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelRule;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import dev.skillladder.engine.declarative.OwnRule.Reasoning;
import dev.skillladder.engine.declarative.RuleLine;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where people would stand under a document that is not published. Stores nothing. */
@Component
public class DraftLevels {

    private final CurrentLevels current;
    private final KnownFrameworks frameworks;
    private final KnownRules rules;
    private final SkillMappings mappings;
    private final ObservationLog log;

    DraftLevels(
            CurrentLevels current,
            KnownFrameworks frameworks,
            KnownRules rules,
            SkillMappings mappings,
            ObservationLog log) {
        this.current = current;
        this.frameworks = frameworks;
        this.rules = rules;
        this.mappings = mappings;
        this.log = log;
    }

    /**
     * The document made ready for computing.
     *
     * @param framework that it would be a version of
     * @param version number it would get
     * @throws RuntimeException if it cannot be computed with
     */
    public Draft prepare(String framework, FrameworkDocument document, int version) {
        int newest = frameworks.latest(framework).orElse(0);
        MappingChain chain = mappings.upTo(framework, newest).then(version, document.mappings());
        return new Draft(framework, document, Rules.of(document), chain);
    }

    /** Those of the people who stand in the draft's framework today: where, and where they would. */
    public Map<UUID, Comparison> compare(Draft draft, Collection<UUID> people, LocalDate today) {
        Map<UUID, PersonAt> standing =
                current.compute(people, Map.of(), today, null).people();
        Map<UUID, PersonAt> concerned = standing.entrySet().stream()
                .filter(entry -> entry.getValue().framework().equals(draft.framework()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<UUID, Map<String, List<Stated>>> histories = histories(draft, concerned.values());
        Map<UUID, Comparison> found = new HashMap<>();
        concerned.forEach(
                (engineer, person) -> found.put(engineer, comparison(draft, person, histories.get(engineer), today)));
        return found;
    }

    /** @param history null if the stored estimates are those of the draft too */
    private Comparison comparison(
            Draft draft, PersonAt person, @Nullable Map<String, List<Stated>> history, LocalDate today) {
        if (history == null) {
            return new Comparison(
                    person, draft.level(person, person.estimates(), Map.of(), today), List.of(), List.of());
        }
        Map<String, List<Observation>> seen = draft.observations(history, today);
        LevelResult after = draft.level(person, draft.estimates(seen, today), seen, today);
        if (after == null || Objects.equals(after.verified(), person.result().verified())) {
            return new Comparison(person, after, List.of(), List.of());
        }
        return new Comparison(
                person,
                after,
                lines(
                        rules.of(person.framework(), person.version()),
                        person,
                        before(person, history, today),
                        person.exempt(),
                        today),
                lines(draft.rules(), person, seen, draft.exempt(person), today));
    }

    private Map<String, List<Observation>> before(PersonAt person, Map<String, List<Stated>> history, LocalDate today) {
        return observations(mappings.upTo(person.framework(), person.version()), history, today);
    }

    private static Map<String, List<Observation>> observations(
            MappingChain chain, Map<String, List<Stated>> history, LocalDate today) {
        Map<String, List<Observation>> seen = new HashMap<>();
        chain.follow(history, today, null)
                .forEach((skill, followed) -> seen.put(
                        skill, followed.stream().map(Followed::observation).toList()));
        return seen;
    }

    /** The steps of the version's own rule, none for LEVELS-1. */
    private static List<RuleLine> lines(
            Rules rules, PersonAt person, Map<String, List<Observation>> seen, Set<String> exempt, LocalDate today) {
        seen.keySet().removeIf(skill -> !rules.hasSkill(skill));
        Reasoning reasoning = LevelRule.explain(rules, person.role(), seen, today, null, exempt);
        return reasoning == null ? List.of() : reasoning.lines();
    }

    /** The logs of those whose estimates would be others, or of all if the draft's rule reads more than estimates. */
    private Map<UUID, Map<String, List<Stated>>> histories(Draft draft, Collection<PersonAt> people) {
        Map<Integer, Boolean> differs = new HashMap<>();
        Set<UUID> anew = people.stream()
                .filter(person -> differs.computeIfAbsent(person.version(), version -> differ(draft, version)))
                .map(PersonAt::engineer)
                .collect(Collectors.toSet());
        Map<UUID, Map<String, List<Stated>>> histories = new HashMap<>();
        if (!anew.isEmpty()) {
            anew.forEach(engineer -> histories.put(engineer, new HashMap<>()));
            log.of(anew).forEach((about, stated) -> {
                Map<String, List<Stated>> history = histories.get(about.engineer());
                if (history != null && about.framework().equals(draft.framework())) {
                    history.put(about.skill(), stated);
                }
            });
        }
        return histories;
    }

    private boolean differ(Draft draft, int version) {
        return draft.rules().readsObservations()
                || draft.chain().mapsAfter(version)
                || rules.estimatesDiffer(draft.framework(), version, draft.document());
    }

    /**
     * Before and after.
     *
     * @param after null if the draft has no such role
     * @param linesBefore steps of the own rule that counts today, only if the verified level differs; {@code linesAfter} of
     *     the draft's
     */
    public record Comparison(
            PersonAt before, @Nullable LevelResult after, List<RuleLine> linesBefore, List<RuleLine> linesAfter) {}

    /** A document that is not published, made ready for computing. */
    public static final class Draft {

        private final String framework;
        private final FrameworkDocument document;
        private final Rules rules;
        private final MappingChain chain;

        private Draft(String framework, FrameworkDocument document, Rules rules, MappingChain chain) {
            this.framework = framework;
            this.document = document;
            this.rules = rules;
            this.chain = chain;
        }

        private String framework() {
            return framework;
        }

        private FrameworkDocument document() {
            return document;
        }

        private Rules rules() {
            return rules;
        }

        private MappingChain chain() {
            return chain;
        }

        private Map<String, List<Observation>> observations(Map<String, List<Stated>> history, LocalDate today) {
            Map<String, List<Observation>> seen = DraftLevels.observations(chain, history, today);
            seen.keySet().removeIf(skill -> !rules.hasSkill(skill));
            return seen;
        }

        private Map<String, Estimate> estimates(Map<String, List<Observation>> seen, LocalDate today) {
            Map<String, Estimate> estimates = new HashMap<>();
            seen.forEach((skill, observations) -> {
                Estimate estimate = Estimator.estimate(rules, skill, observations, today, null);
                if (estimate != null) {
                    estimates.put(skill, estimate);
                }
            });
            return estimates;
        }

        /** What the person is exempt from, under the draft's names. */
        private Set<String> exempt(PersonAt person) {
            return person.exempt().stream()
                    .flatMap(skill -> chain.now(skill, person.version()).stream())
                    .collect(Collectors.toSet());
        }

        private @Nullable LevelResult level(
                PersonAt person,
                Map<String, Estimate> estimates,
                Map<String, List<Observation>> seen,
                LocalDate today) {
            return rules.hasRole(person.role())
                    ? LevelRule.level(
                            rules, person.role(), estimates, seen, today, null, exempt(person), person.confirmed())
                    : null;
        }
    }
}
