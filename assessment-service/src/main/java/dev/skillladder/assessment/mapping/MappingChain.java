package dev.skillladder.assessment.mapping;

import dev.skillladder.contract.catalog.FrameworkDocument.MappingKind;
import dev.skillladder.contract.catalog.FrameworkDocument.Reducer;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mappings of a framework's versions up to one of them. An observation made under a version follows the mappings of all
 * later ones; one made under a version beyond the chain stays where it is.
 */
public final class MappingChain {

    private final List<Step> steps;

    /** @param steps versions with mappings, oldest first */
    MappingChain(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** What one version does to the skills of the version before. */
    record Step(int version, List<SkillMapping> mappings) {}

    /** The chain with one more version, which need not be published. */
    public MappingChain then(int version, List<SkillMapping> mappings) {
        return mappings.isEmpty()
                ? this
                : new MappingChain(Stream.concat(steps.stream(), Stream.of(new Step(version, mappings)))
                        .toList());
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Whether a version after that one maps skills. */
    public boolean mapsAfter(int version) {
        return !steps.isEmpty() && steps.getLast().version() > version;
    }

    /** The skill and every one that observations of it may have come to. */
    public Set<String> reachedFrom(String skill) {
        Set<String> reached = new HashSet<>(Set.of(skill));
        for (Step step : steps) {
            for (SkillMapping mapping : step.mappings()) {
                if (mapping.from().stream().anyMatch(reached::contains)) {
                    reached.addAll(mapping.to());
                }
            }
        }
        return reached;
    }

    /** The skill and every one whose observations may have come to it. */
    public Set<String> leadingTo(String skill) {
        Set<String> leading = new HashSet<>(Set.of(skill));
        for (Step step : steps.reversed()) {
            for (SkillMapping mapping : step.mappings()) {
                if (mapping.to().stream().anyMatch(leading::contains)) {
                    leading.addAll(mapping.from());
                }
            }
        }
        return leading;
    }

    /** The skills of the last version that observations of a skill under {@code version} count for. */
    public Set<String> now(String skill, int version) {
        Set<String> now = new TreeSet<>(Set.of(skill));
        for (Step step : steps) {
            if (step.version() > version) {
                Set<String> next = new TreeSet<>(now);
                step.mappings().forEach(mapping -> next.removeAll(mapping.from()));
                for (SkillMapping mapping : step.mappings()) {
                    if (mapping.from().stream().anyMatch(now::contains)) {
                        next.addAll(mapping.to());
                    }
                }
                now = next;
            }
        }
        return now;
    }

    /**
     * One person's observations, by skill of the last version.
     *
     * @param stated whole histories by the skill they were made about
     * @param asOf only needed for merges, which take what each source says on that day, known at {@code knownAt}
     */
    public Map<String, List<Followed>> follow(
            Map<String, List<Stated>> stated, LocalDate asOf, @Nullable Instant knownAt) {
        Map<String, List<Followed>> now = new HashMap<>();
        int from = Integer.MIN_VALUE;
        for (Step step : steps) {
            join(now, stated, from, step.version() - 1);
            now = apply(step, now, asOf, knownAt);
            from = step.version();
        }
        join(now, stated, from, Integer.MAX_VALUE);
        return now;
    }

    private static void join(Map<String, List<Followed>> now, Map<String, List<Stated>> stated, int first, int last) {
        stated.forEach((skill, observations) -> {
            for (Stated observation : observations) {
                if (observation.frameworkVersion() >= first && observation.frameworkVersion() <= last) {
                    now.computeIfAbsent(skill, _ -> new ArrayList<>()).add(Followed.asStated(skill, observation));
                }
            }
        });
    }

    private static Map<String, List<Followed>> apply(
            Step step, Map<String, List<Followed>> before, LocalDate asOf, @Nullable Instant knownAt) {
        Map<String, List<Followed>> after = new HashMap<>();
        before.forEach((skill, followed) -> after.put(skill, new ArrayList<>(followed)));
        step.mappings().forEach(mapping -> mapping.from().forEach(after::remove));
        for (SkillMapping mapping : step.mappings()) {
            List<Followed> carried = carried(mapping, before, asOf, knownAt);
            if (!carried.isEmpty()) {
                mapping.to()
                        .forEach(skill -> after.computeIfAbsent(skill, _ -> new ArrayList<>())
                                .addAll(carried));
            }
        }
        return after;
    }

    private static List<Followed> carried(
            SkillMapping mapping, Map<String, List<Followed>> before, LocalDate asOf, @Nullable Instant knownAt) {
        List<List<Followed>> skills = mapping.from().stream()
                .distinct()
                .sorted()
                .map(skill -> before.getOrDefault(skill, List.of()))
                .toList();
        if (mapping.kind() != MappingKind.MERGE) {
            return skills.stream().flatMap(List::stream).toList();
        }
        Reducer reducer = mapping.reducer() == null ? Reducer.MEAN : mapping.reducer();
        return new MergeSkills(reducer, asOf, knownAt).of(skills);
    }
}
