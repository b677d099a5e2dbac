package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Group;
import dev.skillladder.contract.catalog.DeclarativeRule.Rating;
import dev.skillladder.contract.catalog.DeclarativeRule.RollUp;
import dev.skillladder.contract.catalog.DeclarativeRule.Weighing;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each group of a rule gives: true or not, or a number with the most it can be, and whether it needs a level. Only for
 * rules whose groups have no cycle.
 */
final class GroupTypes {

    private final Map<String, Group> groups;
    private final Map<String, Rating> ratings;
    private final Map<String, ? extends Set<String>> named;
    private final Scales scales;
    private final Map<String, Boolean> perLevel = new HashMap<>();
    private final Map<String, @Nullable Exact> most = new HashMap<>();

    GroupTypes(
            Map<String, Group> groups,
            Map<String, Rating> ratings,
            Map<String, ? extends Set<String>> named,
            Scales scales) {
        this.groups = groups;
        this.ratings = ratings;
        this.named = named;
        this.scales = scales;
    }

    static boolean isTruth(Group group) {
        return group.rollUp() == RollUp.ALL || group.rollUp() == RollUp.ANY || group.rollUp() == RollUp.K_OF_N;
    }

    /** Whether its value depends on the level that is being decided. */
    boolean perLevel(Group group) {
        var before = perLevel.get(group.id());
        if (before == null) {
            before = (group.over() != null && group.over().requirements() != null)
                    || GroupUse.of(group).stream().map(groups::get).anyMatch(used -> used != null && perLevel(used));
            perLevel.put(group.id(), before);
        }
        return before;
    }

    /** The most it can be when nothing is missing; null if that depends on the level. */
    @Nullable Exact most(Group group) {
        if (most.containsKey(group.id())) {
            return most.get(group.id());
        }
        var found = switch (group.rollUp()) {
            case ALL, ANY, K_OF_N, SHARE -> Exact.ONE;
            case STEPS ->
                group.steps() == null || group.steps().isEmpty()
                        ? null
                        : Exact.of(group.steps().getLast().step());
            case SUM -> sum(group);
            case MINIMUM, WEIGHTED_MEAN -> greatest(group);
        };
        var rounded = found == null ? null : Rounds.apply(group.rounding(), found);
        most.put(group.id(), rounded);
        return rounded;
    }

    private @Nullable Exact greatest(Group group) {
        var rating = group.rating() == null ? null : ratings.get(group.rating());
        if (rating != null) {
            return scales.most(rating);
        }
        @Nullable Exact greatest = null;
        for (var id : GroupUse.of(group)) {
            var member = groups.get(id);
            var value = member == null ? null : most(member);
            if (value == null) {
                return null;
            }
            greatest = greatest == null ? value : greatest.max(value);
        }
        return greatest;
    }

    private @Nullable Exact sum(Group group) {
        var cap = group.cap() == null ? null : Exact.of(group.cap());
        var sum = group.rating() == null ? sumOfGroups(group) : sumOfSkills(group);
        return sum == null || cap == null ? (sum == null ? cap : sum) : sum.min(cap);
    }

    private @Nullable Exact sumOfSkills(Group group) {
        var rating = group.rating() == null ? null : ratings.get(group.rating());
        var skills = named.get(group.id());
        if (rating == null || skills == null || perLevel(group)) {
            return null;
        }
        var sum = Exact.ZERO;
        for (var skill : skills) {
            sum = sum.plus(scales.most(rating).times(weight(group, skill)));
        }
        return sum;
    }

    private @Nullable Exact sumOfGroups(Group group) {
        var sum = Exact.ZERO;
        for (var id : GroupUse.of(group)) {
            var member = groups.get(id);
            var value = member == null ? null : most(member);
            if (value == null) {
                return null;
            }
            sum = sum.plus(value.times(weight(group, id)));
        }
        return sum;
    }

    private static Exact weight(Group group, String member) {
        if (group.weighing() != Weighing.LISTED || group.weights() == null) {
            return Exact.ONE;
        }
        return group.weights().stream()
                .filter(weight -> weight.of().equals(member))
                .map(weight -> Exact.of(weight.weight()))
                .findFirst()
                .orElse(Exact.ZERO);
    }
}
