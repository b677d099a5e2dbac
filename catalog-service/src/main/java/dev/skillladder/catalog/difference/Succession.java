package dev.skillladder.catalog.difference;

import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What skills became over one version or several: a skill that was split into two of which one was replaced later is
 * split into what is left at the end.
 */
final class Succession {

    private final Map<String, Set<String>> heirs = new LinkedHashMap<>();

    /** Follows the mappings of each version, the oldest first. */
    static Succession of(List<List<SkillMapping>> versions) {
        Succession succession = new Succession();
        versions.forEach(succession::follow);
        return succession;
    }

    /** The way back, for a comparison of a newer version with an older one. */
    Succession reversed() {
        Succession reversed = new Succession();
        heirs.forEach((ancestor, skills) -> skills.forEach(skill -> reversed.heirs
                .computeIfAbsent(skill, any -> new LinkedHashSet<>())
                .add(ancestor)));
        return reversed;
    }

    /**
     * Skills that went on as others.
     *
     * @param gone skills that are not there any more
     * @param there skills at the end
     */
    List<Passage> passages(Set<String> gone, Set<String> there) {
        Map<Set<String>, List<String>> origins = new LinkedHashMap<>();
        heirs.forEach((skill, all) -> {
            Set<String> left = new LinkedHashSet<>(all);
            left.retainAll(there);
            if (gone.contains(skill) && !left.isEmpty()) {
                origins.computeIfAbsent(left, any -> new ArrayList<>()).add(skill);
            }
        });
        List<Passage> passages = new ArrayList<>();
        origins.forEach((to, from) -> {
            if (to.size() == 1) {
                passages.add(new Passage(from, List.copyOf(to)));
            } else {
                from.forEach(skill -> passages.add(new Passage(List.of(skill), List.copyOf(to))));
            }
        });
        return passages;
    }

    /** Skills that became others: one or several of one, or one of several. */
    record Passage(List<String> from, List<String> to) {

        ChangeType type() {
            if (to.size() > 1) {
                return ChangeType.SPLIT;
            }
            return from.size() > 1 ? ChangeType.MERGED : ChangeType.REPLACED;
        }
    }

    private void follow(List<SkillMapping> mappings) {
        Map<String, Set<String>> step = new LinkedHashMap<>();
        mappings.stream()
                .filter(Objects::nonNull)
                .forEach(mapping -> there(mapping.from())
                        .forEach(from -> step.computeIfAbsent(from, any -> new LinkedHashSet<>())
                                .addAll(there(mapping.to()))));
        heirs.replaceAll((ancestor, skills) -> moved(skills, step));
        step.forEach(heirs::putIfAbsent);
    }

    private static Set<String> moved(Set<String> skills, Map<String, Set<String>> step) {
        Set<String> moved = new LinkedHashSet<>();
        skills.forEach(skill -> moved.addAll(step.getOrDefault(skill, Set.of(skill))));
        return moved;
    }

    /** Drafts come from JSON, so that a list may be absent, and an id in it too. */
    private static List<String> there(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids.stream().filter(Objects::nonNull).toList();
    }
}
