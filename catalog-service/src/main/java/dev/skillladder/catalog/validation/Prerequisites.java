package dev.skillladder.catalog.validation;

import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds skills that would have to be learnt before themselves; linear in the number of prerequisites. */
final class Prerequisites {

    private final Findings findings;

    Prerequisites(Findings findings) {
        this.findings = findings;
    }

    void check(@Nullable List<Skill> skills) {
        if (skills == null) {
            return;
        }
        Map<String, Set<String>> needs = needs(skills);
        peel(needs);
        Map<String, Set<String>> neededBy = reversed(needs);
        peel(neededBy);
        for (int index = 0; index < skills.size(); index++) {
            Skill skill = skills.get(index);
            if (skill != null && skill.id() != null && neededBy.containsKey(skill.id())) {
                findings.add("/skills/" + index + "/prerequisites", Code.PREREQUISITE_CYCLE, skill.id());
            }
        }
    }

    private static Map<String, Set<String>> needs(List<Skill> skills) {
        Map<String, Set<String>> needs = new HashMap<>();
        for (Skill skill : skills) {
            if (skill != null && skill.id() != null) {
                Set<String> before = needs.computeIfAbsent(skill.id(), any -> new HashSet<>());
                skill.prerequisites().stream().filter(Objects::nonNull).forEach(before::add);
            }
        }
        needs.values().forEach(before -> before.retainAll(needs.keySet()));
        return needs;
    }

    /** Takes away whatever leads to nothing, again and again; cycles remain, and what leads to them. */
    private static void peel(Map<String, Set<String>> graph) {
        Map<String, Set<String>> sources = reversed(graph);
        Map<String, Integer> left = new HashMap<>();
        graph.forEach((id, targets) -> left.put(id, targets.size()));
        Deque<String> ends = new ArrayDeque<>();
        left.forEach((id, count) -> {
            if (count == 0) {
                ends.add(id);
            }
        });
        while (!ends.isEmpty()) {
            String end = ends.remove();
            graph.remove(end);
            for (String source : sources.getOrDefault(end, Set.of())) {
                if (left.merge(source, -1, Integer::sum) == 0) {
                    ends.add(source);
                }
            }
        }
        graph.values().forEach(targets -> targets.retainAll(graph.keySet()));
    }

    private static Map<String, Set<String>> reversed(Map<String, Set<String>> graph) {
        Map<String, Set<String>> reversed = new HashMap<>();
        graph.keySet().forEach(id -> reversed.put(id, new HashSet<>()));
        graph.forEach((id, targets) -> targets.forEach(target ->
                reversed.computeIfAbsent(target, any -> new HashSet<>()).add(id)));
        return reversed;
    }
}
