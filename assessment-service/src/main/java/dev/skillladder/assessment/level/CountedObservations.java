package dev.skillladder.assessment.level;

import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.mapping.Followed;
import dev.skillladder.assessment.mapping.SkillMappings;
import dev.skillladder.assessment.mapping.Stated;
import dev.skillladder.assessment.observation.ObservationLog;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.WhatIf;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What counts for the skills of people's framework versions, wherever it was observed. */
@Component
public class CountedObservations {

    private final ObservationLog log;
    private final KnownRules rules;
    private final SkillMappings mappings;

    CountedObservations(ObservationLog log, KnownRules rules, SkillMappings mappings) {
        this.log = log;
        this.rules = rules;
        this.mappings = mappings;
    }

    /** By person and skill as the person's reader sees it, in one query; people without observations are there with none. */
    public Map<UUID, Map<String, List<Followed>>> of(Collection<PersonAt> people) {
        Map<UUID, PersonAt> byId = people.stream().collect(Collectors.toMap(PersonAt::engineer, Function.identity()));
        Map<UUID, Map<String, List<Stated>>> stated = new HashMap<>();
        log.of(byId.keySet()).forEach((about, seen) -> {
            PersonAt person = byId.get(about.engineer());
            if (person != null && about.framework().equals(person.framework())) {
                stated.computeIfAbsent(about.engineer(), _ -> new HashMap<>())
                        .put(about.skill(), visible(person, seen));
            }
        });
        Map<UUID, Map<String, List<Followed>>> found = new HashMap<>();
        byId.forEach((engineer, person) ->
                found.put(engineer, follow(person, stated.getOrDefault(engineer, Map.of()))));
        return found;
    }

    private static List<Stated> visible(PersonAt person, List<Stated> seen) {
        return seen.stream()
                .filter(stated -> !person.sight()
                        .hides(
                                person.engineer(),
                                stated.observation().kind(),
                                stated.observation().recordedAt()))
                .toList();
    }

    /** The person as the engine asks what would be if skills were better. */
    public WhatIf whatIf(PersonAt person) {
        Map<String, List<Observation>> observations = new HashMap<>();
        of(List.of(person))
                .getOrDefault(person.engineer(), Map.of())
                .forEach((skill, seen) -> observations.put(
                        skill, seen.stream().map(Followed::observation).toList()));
        return new WhatIf(
                rules.of(person.framework(), person.version()),
                person.role(),
                person.estimates(),
                observations,
                person.asOf(),
                person.knownAt(),
                person.exempt(),
                person.confirmed());
    }

    private Map<String, List<Followed>> follow(PersonAt person, Map<String, List<Stated>> stated) {
        Map<String, List<Followed>> followed = new HashMap<>(
                mappings.upTo(person.framework(), person.version()).follow(stated, person.asOf(), person.knownAt()));
        followed.keySet()
                .removeIf(
                        skill -> !rules.of(person.framework(), person.version()).hasSkill(skill));
        return followed;
    }
}
