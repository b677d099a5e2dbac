package dev.skillladder.assessment.level;

import dev.skillladder.assessment.mapping.Followed;
import dev.skillladder.assessment.mapping.MappingChain;
import dev.skillladder.assessment.mapping.SkillMappings;
import dev.skillladder.assessment.mapping.Stated;
import dev.skillladder.assessment.observation.ObservationLog;
import dev.skillladder.assessment.observation.PersonSkill;
import dev.skillladder.engine.Observation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Histories as the version sees them by which a person is judged: where it maps skills, their observations have followed.
 * One more query for everybody together, and none where nothing is mapped.
 */
@Component
class FollowedHistories {

    private final SkillMappings mappings;
    private final ObservationLog log;

    FollowedHistories(SkillMappings mappings, ObservationLog log) {
        this.mappings = mappings;
        this.log = log;
    }

    /**
     * The observations of the given skills and of all skills that they may have come to.
     *
     * @param histories whole histories of some skills
     * @param version that counts for a skill's person and framework
     */
    Map<PersonSkill, List<Observation>> of(
            Map<PersonSkill, List<Stated>> histories, Function<PersonSkill, Integer> version, LocalDate asOf) {
        Map<PersonSkill, List<Observation>> followed = new HashMap<>();
        Map<Person, Part> mapped = new HashMap<>();
        histories.forEach((about, stated) -> {
            MappingChain chain = mappings.upTo(about.framework(), version.apply(about));
            if (chain.isEmpty()) {
                followed.put(about, observations(stated));
            } else {
                mapped.computeIfAbsent(Person.of(about), _ -> new Part(chain, new HashMap<>()))
                        .stated()
                        .put(about.skill(), stated);
            }
        });
        complete(mapped);
        mapped.forEach((person, part) ->
                part.follow(asOf).forEach((skill, observations) -> followed.put(person.about(skill), observations)));
        return followed;
    }

    /** With the histories of what else leads to the same skills. */
    private void complete(Map<Person, Part> mapped) {
        Set<PersonSkill> missing = missing(mapped);
        if (!missing.isEmpty()) {
            log.about(missing).forEach((about, stated) -> {
                Part part = mapped.get(Person.of(about));
                if (part != null) {
                    part.others().put(about.skill(), stated);
                }
            });
        }
    }

    /** One person's observations in one framework, from the person's whole history. */
    Map<PersonSkill, List<Observation>> all(
            Map<PersonSkill, List<Stated>> histories,
            String framework,
            int version,
            LocalDate asOf,
            @Nullable Instant knownAt) {
        Map<PersonSkill, List<Observation>> seen = new HashMap<>();
        MappingChain chain = mappings.upTo(framework, version);
        histories.forEach((about, stated) -> {
            if (about.framework().equals(framework)) {
                seen.put(about, observations(stated));
            }
        });
        if (chain.isEmpty() || seen.isEmpty()) {
            return seen;
        }
        UUID engineer = seen.keySet().iterator().next().engineer();
        Map<String, List<Stated>> bySkill = new HashMap<>();
        seen.keySet().forEach(about -> bySkill.put(about.skill(), histories.getOrDefault(about, List.of())));
        seen.clear();
        chain.follow(bySkill, asOf, knownAt)
                .forEach((skill, observations) -> seen.put(
                        new PersonSkill(engineer, framework, skill),
                        observations.stream().map(Followed::observation).toList()));
        return seen;
    }

    private static List<Observation> observations(List<Stated> stated) {
        return stated.stream().map(Stated::observation).toList();
    }

    private static Set<PersonSkill> missing(Map<Person, Part> mapped) {
        Set<PersonSkill> missing = new HashSet<>();
        mapped.forEach((person, part) -> part.needed().stream()
                .filter(skill -> !part.stated().containsKey(skill))
                .forEach(skill -> missing.add(person.about(skill))));
        return missing;
    }

    private record Person(UUID engineer, String framework) {

        static Person of(PersonSkill about) {
            return new Person(about.engineer(), about.framework());
        }

        PersonSkill about(String skill) {
            return new PersonSkill(engineer, framework, skill);
        }
    }

    /** What is known of one person in one framework; {@code others} only contribute. */
    private record Part(MappingChain chain, Map<String, List<Stated>> stated, Map<String, List<Stated>> others) {

        Part(MappingChain chain, Map<String, List<Stated>> stated) {
            this(chain, stated, new HashMap<>());
        }

        private Set<String> wanted() {
            return stated.keySet().stream()
                    .flatMap(skill -> chain.reachedFrom(skill).stream())
                    .collect(Collectors.toSet());
        }

        Set<String> needed() {
            return wanted().stream()
                    .flatMap(skill -> chain.leadingTo(skill).stream())
                    .collect(Collectors.toSet());
        }

        Map<String, List<Observation>> follow(LocalDate asOf) {
            Map<String, List<Stated>> all = new HashMap<>(others);
            all.putAll(stated);
            Map<String, List<Followed>> now = chain.follow(all, asOf, null);
            return wanted().stream()
                    .collect(Collectors.toMap(
                            skill -> skill,
                            skill -> now.getOrDefault(skill, List.of()).stream()
                                    .map(Followed::observation)
                                    .toList()));
        }
    }
}
