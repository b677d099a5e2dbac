package dev.skillladder.catalog.validation;

import dev.skillladder.contract.catalog.FrameworkDocument.Requirement;
import dev.skillladder.contract.catalog.FrameworkDocument.Role;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one role asks of each level: alone, and compared with the levels below. */
final class RequirementRules {

    private final Findings findings;
    private final Known known;
    private final @Nullable Steps steps;
    private final int maxMustHaves;

    /** By level, then skill, in the document's order. */
    private final Map<String, Map<String, Placed>> asked = new HashMap<>();

    RequirementRules(Findings findings, Known known, @Nullable Steps steps, int maxMustHaves) {
        this.findings = findings;
        this.known = known;
        this.steps = steps;
        this.maxMustHaves = maxMustHaves;
    }

    void check(String at, Role role) {
        List<String> levels = role.ladder() == null ? List.of() : known.levels().getOrDefault(role.ladder(), List.of());
        boolean ladderKnown = role.ladder() != null && known.levels().containsKey(role.ladder());
        findings.each(
                at + "/requirements",
                role.requirements(),
                (place, requirement) -> requirement(place, requirement, ladderKnown ? levels : null));
        for (String level : levels) {
            level(at + "/requirements", level);
        }
        compare(levels);
    }

    private void requirement(String at, Requirement requirement, @Nullable List<String> levels) {
        if (requirement.level() == null) {
            findings.missing(at + "/level");
        } else if (levels != null && !levels.contains(requirement.level())) {
            findings.add(at + "/level", Code.UNKNOWN_LEVEL, requirement.level());
        }
        findings.reference(at + "/skill", requirement.skill(), known.skills(), Code.UNKNOWN_SKILL);
        if (steps != null && !steps.has(requirement.proficiency())) {
            findings.add(at + "/proficiency", Code.OFF_SCALE, requirement.proficiency());
        }
        if (requirement.importance() < 1 || requirement.importance() > 100) {
            findings.add(at + "/importance", Code.IMPORTANCE_RANGE, requirement.importance());
        }
        findings.line(at + "/source", requirement.source());
        if (requirement.level() != null && requirement.skill() != null) {
            Placed earlier = asked.computeIfAbsent(requirement.level(), any -> new LinkedHashMap<>())
                    .putIfAbsent(requirement.skill(), new Placed(at, requirement));
            if (earlier != null) {
                findings.add(at, Code.DUPLICATE_REQUIREMENT, requirement.level(), requirement.skill());
            }
        }
    }

    private void level(String at, String level) {
        Map<String, Placed> here = asked.getOrDefault(level, Map.of());
        if (here.isEmpty() && !known.ownRule()) {
            findings.add(at, Code.LEVEL_WITHOUT_REQUIREMENT, level);
        }
        long mustHaves = here.values().stream()
                .filter(placed -> placed.requirement().mustHave())
                .count();
        if (mustHaves > maxMustHaves) {
            findings.add(at, Code.TOO_MANY_MUST_HAVES, level, mustHaves + " > " + maxMustHaves);
        }
    }

    /**
     * Every level includes those below, so asking less above would only look like less. A level may be silent about a
     * skill that a lower one asks for, but not about a must-have.
     */
    private void compare(List<String> levels) {
        Map<String, Placed> below = new LinkedHashMap<>();
        Map<String, Placed> mustHaves = new LinkedHashMap<>();
        for (String level : levels) {
            Map<String, Placed> here = asked.getOrDefault(level, Map.of());
            if (!here.isEmpty()) {
                mustHaves.forEach((skill, lower) -> stillMustHave(level, skill, lower, here.get(skill)));
            }
            here.forEach((skill, placed) -> {
                notLess(skill, below.put(skill, placed), placed);
                if (placed.requirement().mustHave()) {
                    mustHaves.put(skill, placed);
                }
            });
        }
    }

    private void notLess(String skill, @Nullable Placed lower, Placed upper) {
        double asked = upper.requirement().proficiency();
        if (lower != null && asked < lower.requirement().proficiency()) {
            findings.add(
                    upper.at() + "/proficiency",
                    Code.REQUIREMENT_FALLS,
                    skill,
                    lower.requirement().proficiency() + " → " + asked);
        }
    }

    private void stillMustHave(String level, String skill, Placed lower, @Nullable Placed upper) {
        if (upper == null) {
            findings.add(lower.at(), Code.MUST_HAVE_DROPPED, skill, level);
        } else if (!upper.requirement().mustHave()) {
            findings.add(upper.at() + "/mustHave", Code.MUST_HAVE_DROPPED, skill, level);
        }
    }

    /** A requirement with its place in the document. */
    private record Placed(String at, Requirement requirement) {}
}
