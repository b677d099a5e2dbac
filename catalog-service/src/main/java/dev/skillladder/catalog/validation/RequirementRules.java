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
        for (int upper = 1; upper < levels.size(); upper++) {
            compare(levels.get(upper - 1), levels.get(upper));
        }
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
        if (here.isEmpty()) {
            findings.add(at, Code.LEVEL_WITHOUT_REQUIREMENT, level);
        }
        long mustHaves = here.values().stream()
                .filter(placed -> placed.requirement().mustHave())
                .count();
        if (mustHaves > maxMustHaves) {
            findings.add(at, Code.TOO_MANY_MUST_HAVES, level, mustHaves + " > " + maxMustHaves);
        }
    }

    /** Every level includes those below, so asking less above would only look like less. */
    private void compare(String lower, String upper) {
        Map<String, Placed> above = asked.getOrDefault(upper, Map.of());
        if (above.isEmpty()) {
            return;
        }
        asked.getOrDefault(lower, Map.of()).forEach((skill, below) -> {
            Placed same = above.get(skill);
            if (same == null) {
                findings.add(
                        below.at(),
                        Code.REQUIREMENT_FALLS,
                        skill,
                        below.requirement().proficiency() + " → " + upper + ": –");
            } else if (same.requirement().proficiency() < below.requirement().proficiency()) {
                findings.add(
                        same.at() + "/proficiency",
                        Code.REQUIREMENT_FALLS,
                        skill,
                        below.requirement().proficiency() + " → "
                                + same.requirement().proficiency());
            }
            if (below.requirement().mustHave()
                    && (same == null || !same.requirement().mustHave())) {
                findings.add(same == null ? below.at() : same.at() + "/mustHave", Code.MUST_HAVE_DROPPED, skill, upper);
            }
        });
    }

    /** A requirement with its place in the document. */
    private record Placed(String at, Requirement requirement) {}
}
