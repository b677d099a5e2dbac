package dev.skillladder.seeds;

import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Level;
import dev.skillladder.contract.catalog.FrameworkDocument.Requirement;
import dev.skillladder.contract.catalog.FrameworkDocument.Role;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What someone of a given ability shows in a role; ability 1 just holds its lowest level, 2 the next, and so on. */
final class Expectation {

    /** A requirement is met from half a step below, so whoever just holds a level is rated a little below it. */
    private static final double BELOW = 0.3;

    private final Map<String, double[]> bySkill = new LinkedHashMap<>();
    private final Map<String, Integer> firstAsked = new LinkedHashMap<>();

    Expectation(FrameworkDocument framework, Role role) {
        List<String> levels = framework.ladders().stream()
                .filter(ladder -> ladder.id().equals(role.ladder()))
                .flatMap(ladder -> ladder.levels().stream().map(Level::id))
                .toList();
        for (Requirement requirement : role.requirements()) {
            int level = levels.indexOf(requirement.level());
            firstAsked.putIfAbsent(requirement.skill(), level);
            double[] asked = bySkill.computeIfAbsent(
                    requirement.skill(), _ -> lower(level, requirement.proficiency(), levels.size()));
            Arrays.fill(asked, level, asked.length, requirement.proficiency());
        }
    }

    /** Where lower levels ask nothing, people are a step further down per level. */
    private static double[] lower(int level, double proficiency, int levels) {
        double[] asked = new double[levels];
        for (int i = 0; i < level; i++) {
            asked[i] = Math.max(1, proficiency - (level - i));
        }
        return asked;
    }

    /** What is rated of such a person: the skills of the levels up to the next one. */
    List<String> skills(double ability) {
        return bySkill.keySet().stream()
                .filter(skill -> Objects.requireNonNull(firstAsked.get(skill)) < ability + 1)
                .toList();
    }

    double at(String skill, double ability) {
        double[] asked = Objects.requireNonNull(bySkill.get(skill));
        if (ability <= 1) {
            return asked[0] - BELOW - (1 - ability) * 1.5;
        }
        int level = Math.min((int) ability, asked.length);
        double next = level < asked.length ? asked[level] : asked[level - 1] + 1;
        return asked[level - 1] + (next - asked[level - 1]) * (ability - level) - BELOW;
    }
}
