package dev.skillladder.engine;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Parameters;
import dev.skillladder.contract.catalog.FrameworkDocument.Rule;
import dev.skillladder.engine.declarative.OwnRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A framework version made ready for computing: immutable, compiled once per version, shared by all threads. */
public final class Rules {

    private final Parameters parameters;
    private final FrameworkDocument.Scale scale;
    private final Map<String, Integer> halfLives;
    private final Map<String, List<LevelRequirements>> roles;
    private final @Nullable OwnRule own;

    private Rules(
            Parameters parameters,
            FrameworkDocument.Scale scale,
            Map<String, Integer> halfLives,
            Map<String, List<LevelRequirements>> roles,
            @Nullable OwnRule own) {
        this.parameters = parameters;
        this.scale = scale;
        this.halfLives = Map.copyOf(halfLives);
        this.roles = Map.copyOf(roles);
        this.own = own;
    }

    /**
     * Compiles a version.
     *
     * @throws IllegalArgumentException if the document refers to a ladder, level, skill or half-life it does not have, or
     *     its declarative rule does not type-check
     */
    public static Rules of(FrameworkDocument document) {
        check(document.parameters());
        var halfLives = halfLives(document);
        var roles = new HashMap<String, List<LevelRequirements>>();
        for (var role : document.roles()) {
            roles.put(role.id(), levels(document, role, halfLives.keySet()));
        }
        var own = Rule.DECLARATIVE.equals(document.rule().type()) ? OwnRule.of(document) : null;
        return new Rules(document.parameters(), document.scale(), halfLives, roles, own);
    }

    /** Only what the formulas would divide by or run away with; what is sensible is the catalog's to say. */
    private static void check(Parameters parameters) {
        require(parameters.sigma0() > 0, "sigma0 must be above 0");
        require(parameters.nu0() > 0, "nu0 must be above 0");
        require(parameters.minWeight() > 0, "minWeight must be above 0");
        require(parameters.correlation() >= 0 && parameters.correlation() < 1, "correlation must be in [0, 1)");
        require(
                parameters.coverage().signum() > 0 && parameters.coverage().compareTo(BigDecimal.ONE) <= 0,
                "coverage must be in (0, 1]");
        require(parameters.halfLifeDays() >= 1, "halfLifeDays must be at least 1");
        for (var kind : Kind.values()) {
            require(
                    Weighing.of(kind, parameters.weights()) >= 0 && Weighing.of(kind, parameters.caps()) >= 0,
                    "weights and caps must not be negative");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private static Map<String, Integer> halfLives(FrameworkDocument document) {
        var classes = new HashMap<String, Integer>();
        for (var halfLife : document.halfLives()) {
            require(
                    classes.put(halfLife.id(), halfLife.days()) == null,
                    "half-life " + halfLife.id() + " is there twice");
        }
        var halfLives = new HashMap<String, Integer>();
        for (var skill : document.skills()) {
            var days = skill.halfLife() == null
                    ? Integer.valueOf(document.parameters().halfLifeDays())
                    : classes.get(skill.halfLife());
            if (days == null || days < 1) {
                throw new IllegalArgumentException("skill " + skill.id() + " ages with " + skill.halfLife()
                        + ", which is no half-life of at least a day");
            }
            require(halfLives.put(skill.id(), days) == null, "skill " + skill.id() + " is there twice");
        }
        return halfLives;
    }

    private static List<LevelRequirements> levels(
            FrameworkDocument document, FrameworkDocument.Role role, Set<String> skills) {
        var ladder = document.ladders().stream()
                .filter(candidate -> candidate.id().equals(role.ladder()))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("role " + role.id() + " has no ladder " + role.ladder()));
        var levels = new ArrayList<LevelRequirements>();
        for (var level : ladder.levels()) {
            levels.add(new LevelRequirements(
                    level.id(),
                    role.requirements().stream()
                            .filter(requirement -> requirement.level().equals(level.id()))
                            .map(requirement -> new Requirement(
                                    requirement.skill(),
                                    requirement.proficiency(),
                                    requirement.importance(),
                                    requirement.mustHave()))
                            .sorted(Comparator.comparing(Requirement::skill))
                            .toList()));
        }
        var asked = new HashSet<List<String>>();
        for (var requirement : role.requirements()) {
            require(
                    asked.add(List.of(requirement.level(), requirement.skill())),
                    "role " + role.id() + " requires " + requirement.skill() + " twice at " + requirement.level());
            require(
                    requirement.importance() >= 1 && requirement.importance() <= 100,
                    "importance of " + requirement.skill() + " must be 1 to 100, not " + requirement.importance());
            if (!skills.contains(requirement.skill())
                    || levels.stream().noneMatch(level -> level.level().equals(requirement.level()))) {
                throw new IllegalArgumentException("role " + role.id() + " requires " + requirement.skill() + " at "
                        + requirement.level() + ", which the framework does not have");
            }
        }
        return List.copyOf(levels);
    }

    /** The numbers of LEVELS-1. */
    public Parameters parameters() {
        return parameters;
    }

    /** What values may be. */
    public FrameworkDocument.Scale scale() {
        return scale;
    }

    /** Whether this version has the skill. */
    public boolean hasSkill(String skill) {
        return halfLives.containsKey(skill);
    }

    /** Whether this version has the role. */
    public boolean hasRole(String role) {
        return roles.containsKey(role);
    }

    /** h of the skill in days; the default for a skill that a newer version dropped. */
    public int halfLifeDays(String skill) {
        return halfLives.getOrDefault(skill, parameters.halfLifeDays());
    }

    /** What each level of the role asks, lowest level first. */
    public List<LevelRequirements> levels(String role) {
        var levels = roles.get(role);
        if (levels == null) {
            throw new IllegalArgumentException("the framework has no role " + role);
        }
        return levels;
    }

    /** Whether levels are computed from the observations themselves: estimates are not enough for a declarative rule. */
    public boolean readsObservations() {
        return own != null;
    }

    /** Skills that can matter for the role: those its levels ask for, and those its own rule looks at. */
    public Set<String> skills(String role) {
        var skills = new TreeSet<String>();
        levels(role).forEach(level -> level.requirements().forEach(requirement -> skills.add(requirement.skill())));
        if (own != null) {
            skills.addAll(own.skills(role));
        }
        return skills;
    }

    /** From which value on a requirement of the role is met. */
    public double metFrom(String role, double proficiency) {
        var tolerance = own == null ? null : own.tolerance(role);
        return proficiency - (tolerance == null ? parameters.tolerance() : tolerance.doubleValue());
    }

    /** The company's own rule, null for LEVELS-1. */
    @Nullable OwnRule own() {
        return own;
    }

    /** What one level asks, by skill. */
    public record LevelRequirements(String level, List<Requirement> requirements) {}
}
