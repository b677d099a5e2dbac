package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule;
import dev.skillladder.contract.catalog.DeclarativeRule.Condition;
import dev.skillladder.contract.catalog.DeclarativeRule.Exempt;
import dev.skillladder.contract.catalog.DeclarativeRule.Group;
import dev.skillladder.contract.catalog.DeclarativeRule.Holding;
import dev.skillladder.contract.catalog.DeclarativeRule.Rating;
import dev.skillladder.contract.catalog.DeclarativeRule.Stability;
import dev.skillladder.contract.catalog.DeclarativeRule.Weight;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A declarative rule made ready for computing: checked, immutable, shared by all threads. */
public final class OwnRule {

    private static final Stability PURE = new Stability(Holding.PURE, null);

    private final DeclarativeRule definition;
    private final Scales scales;
    private final Map<String, Rating> ratings;
    private final Map<String, Group> groups;
    private final Map<String, Set<String>> named = new HashMap<>();
    private final Map<String, Map<String, Exact>> weights = new HashMap<>();
    private final Set<String> perLevel;
    private final Map<String, RoleRule> roles = new HashMap<>();

    private OwnRule(FrameworkDocument document, DeclarativeRule definition) {
        this.definition = definition;
        this.scales = Scales.of(document.scale().min(), document.scale().max());
        this.ratings = byId(definition.ratings(), Rating::id);
        this.groups = byId(definition.groups(), Group::id);
        var members = new Members(document);
        for (var group : definition.groups()) {
            var skills = group.over() == null ? null : members.of(group.over());
            if (skills != null) {
                named.put(group.id(), skills);
            }
            if (group.weights() != null) {
                weights.put(
                        group.id(),
                        group.weights().stream()
                                .collect(Collectors.toMap(Weight::of, weight -> Exact.of(weight.weight()))));
            }
        }
        var types = new GroupTypes(groups, ratings, named, scales);
        this.perLevel = definition.groups().stream()
                .filter(types::perLevel)
                .map(Group::id)
                .collect(Collectors.toSet());
        document.roles().forEach(role -> roles.put(role.id(), RoleRule.of(document, role, definition)));
    }

    /**
     * Compiles the document's declarative rule.
     *
     * @throws IllegalArgumentException if it does not type-check; {@link CheckRule} lists why
     */
    public static OwnRule of(FrameworkDocument document) {
        var problems = CheckRule.problems(document);
        var definition = document.rule().definition();
        if (!problems.isEmpty() || definition == null) {
            throw new IllegalArgumentException(
                    problems.isEmpty()
                            ? "the rule has no definition"
                            : "the rule does not type-check: "
                                    + problems.getFirst().pointer() + ": "
                                    + problems.getFirst().message().en());
        }
        return new OwnRule(document, definition);
    }

    /** Where each track of the role leads. */
    public List<Place> places(String role, Statements statements) {
        return places(role, new Evaluation(this, role(role), statements, null));
    }

    /** The same with every step of the reasoning, what a step rests on before the step. */
    public Reasoning explain(String role, Statements statements) {
        var lines = new ArrayList<RuleLine>();
        return new Reasoning(places(role, new Evaluation(this, role(role), statements, lines)), lines);
    }

    private List<Place> places(String role, Evaluation evaluation) {
        return role(role).tracks().stream()
                .map(track -> new DecideTrack(track, role(role).ladder(), evaluation).place())
                .toList();
    }

    /** How one requirement of the role stands, read as the rule reads requirements; null if it reads none. */
    public RuleLine.@Nullable Verdict requirement(
            String role, String skill, double proficiency, Statements statements) {
        var rating = requirementRating(role);
        if (rating == null) {
            return null;
        }
        var value = new Evaluation(this, role(role), statements, null)
                .skill(skill, rating, BigDecimal.valueOf(proficiency));
        return Evaluation.verdict(value);
    }

    /** How far below a requirement of the role it is met already; null if the rule reads none. */
    public @Nullable BigDecimal tolerance(String role) {
        var rating = requirementRating(role);
        var proficient = rating == null ? null : rating.proficient();
        return proficient == null ? null : proficient.tolerance();
    }

    /** Skills that can matter for the role. */
    public Set<String> skills(String role) {
        var skills = new TreeSet<String>();
        for (var group : reached(role)) {
            var over = group.over();
            if (over != null && over.requirements() == null) {
                skills.addAll(named.getOrDefault(group.id(), Set.of()));
            } else if (over != null) {
                role(role).asked().values().forEach(asked -> asked.forEach(one -> skills.add(one.skill())));
            }
        }
        conditions(role).map(Condition::skill).filter(Objects::nonNull).forEach(skills::add);
        return skills;
    }

    /** Whether a level once reached stays. */
    public Stability stability() {
        return Objects.requireNonNullElse(definition.stability(), PURE);
    }

    boolean exemptCountsFull() {
        return definition.exempt() == Exempt.FULL;
    }

    Scales scales() {
        return scales;
    }

    Rating rating(String id) {
        return Objects.requireNonNull(ratings.get(id), id);
    }

    Group group(String id) {
        return Objects.requireNonNull(groups.get(id), id);
    }

    /** Whether the group's value depends on the level that is being decided. */
    boolean perLevel(String group) {
        return perLevel.contains(group);
    }

    /** Skills that the group names itself, null if it takes what the level asks. */
    @Nullable Set<String> named(String group) {
        return named.get(group);
    }

    /** Of a member of a group that lists them. */
    Exact weight(String group, String member) {
        return Objects.requireNonNull(weights.getOrDefault(group, Map.of()).get(member), member);
    }

    private RoleRule role(String role) {
        var found = roles.get(role);
        if (found == null) {
            throw new IllegalArgumentException("the framework has no role " + role);
        }
        return found;
    }

    private @Nullable Rating requirementRating(String role) {
        for (var group : reached(role)) {
            var rating = group.rating() == null ? null : rating(group.rating());
            if (rating != null
                    && rating.proficient() != null
                    && rating.proficient().tolerance() != null) {
                return rating;
            }
        }
        return null;
    }

    private List<Group> reached(String role) {
        return Reached.groups(role(role).tracks(), groups);
    }

    private Stream<Condition> conditions(String role) {
        return Stream.concat(
                RoleRule.conditions(role(role).tracks()), reached(role).stream().flatMap(GroupUse::conditions));
    }

    private static <T> Map<String, T> byId(List<T> items, Function<T, String> id) {
        return items.stream().collect(Collectors.toMap(id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    /** Where the tracks lead and why. */
    public record Reasoning(List<Place> places, List<RuleLine> lines) {

        public Reasoning {
            places = List.copyOf(places);
            lines = List.copyOf(lines);
        }
    }
}
