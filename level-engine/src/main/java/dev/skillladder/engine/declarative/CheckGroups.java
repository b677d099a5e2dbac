package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Group;
import dev.skillladder.contract.catalog.DeclarativeRule.Rating;
import dev.skillladder.contract.catalog.DeclarativeRule.RollUp;
import dev.skillladder.contract.catalog.DeclarativeRule.Selection;
import dev.skillladder.contract.catalog.DeclarativeRule.Weighing;
import dev.skillladder.contract.catalog.DeclarativeRule.Weight;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks what groups are over and whether their roll-up fits what their members give. */
final class CheckGroups {

    private static final Set<RollUp> OF_NUMBERS = EnumSet.of(RollUp.SUM, RollUp.WEIGHTED_MEAN, RollUp.MINIMUM);
    private static final Set<RollUp> OF_TRUTHS = EnumSet.of(RollUp.ALL, RollUp.ANY, RollUp.K_OF_N);
    private static final Set<RollUp> WEIGHED = EnumSet.of(RollUp.SUM, RollUp.WEIGHTED_MEAN, RollUp.SHARE);
    private static final Set<RollUp> DIVIDING = EnumSet.of(RollUp.WEIGHTED_MEAN, RollUp.SHARE);
    private static final int MOST_MEMBERS = 100_000;

    private final Problems problems;
    private final Names names;

    CheckGroups(Problems problems, Names names) {
        this.problems = problems;
        this.names = names;
    }

    void check(String at, List<Group> groups) {
        var ids = new HashSet<String>();
        for (var i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            if (problems.needed(at + "/" + i, group)) {
                problems.id(at + "/" + i + "/id", group.id(), ids);
                if (problems.needed(at + "/" + i + "/rollUp", group.rollUp())) {
                    group(at + "/" + i, group);
                }
            }
        }
    }

    private void group(String at, Group group) {
        var steps = group.rollUp() == RollUp.STEPS;
        var over = group.over();
        if (problems.onlyWith(!steps, at + "/over", over, "SUM … SHARE") && over != null) {
            selection(at, group, over);
        }
        problems.onlyWith(steps, at + "/steps", group.steps(), "STEPS");
        if (problems.onlyWith(group.rollUp() == RollUp.K_OF_N, at + "/count", group.count(), "K_OF_N")) {
            problems.range(at + "/count", group.count(), 1, mostMembers(over));
        }
        if (group.rollUp() == RollUp.SUM && group.cap() != null) {
            problems.positive(at + "/cap", group.cap());
        } else {
            problems.useless(at + "/cap", group.cap(), "SUM", "SUM");
        }
        rounding(at + "/rounding", group);
        weighing(at, group, over);
    }

    private void selection(String at, Group group, Selection over) {
        var place = at + "/over";
        var ofSkills = over.skills() != null || over.categories() != null || over.requirements() != null;
        if (ofSkills == (over.groups() != null)) {
            problems.add(
                    place,
                    "请选择技能（skills、categories 或 requirements）或 groups",
                    "Choose skills (skills, categories or requirements) or groups");
            return;
        }
        if (over.skills() != null) {
            problems.known(place + "/skills", over.skills(), names.skills(), Names.SKILL);
        }
        if (problems.onlyWith(over.categories() != null, place + "/subtree", over.subtree(), "categories")
                && over.categories() != null) {
            problems.known(place + "/categories", over.categories(), names.categories(), Names.CATEGORY);
        }
        if (over.groups() != null) {
            problems.useless(at + "/rating", group.rating(), "技能", "skills");
            if (problems.known(place + "/groups", over.groups(), names.groups().keySet(), Names.GROUP)) {
                types(
                        place + "/groups",
                        group,
                        groups(over.groups()).map(GroupTypes::isTruth).toList());
            }
        } else if (problems.known(
                at + "/rating", group.rating(), names.ratings().keySet(), Names.RATING)) {
            var rating = names.ratings().get(Objects.requireNonNull(group.rating()));
            rating(at, group, over, Objects.requireNonNull(rating));
        }
    }

    private void rating(String at, Group group, Selection over, Rating rating) {
        if (rating.reducer() == null) {
            return;
        }
        types(at + "/rating", group, List.of(Scales.isTruth(rating)));
        var compares = rating.proficient() != null && rating.proficient().tolerance() != null;
        if (compares && over.requirements() == null) {
            problems.add(
                    at + "/over/requirements",
                    "评分方式“" + rating.id() + "”与级别要求比较，需要选择 requirements",
                    "The rating '" + rating.id() + "' compares with what a level asks: choose requirements");
        }
    }

    private void types(String at, Group group, List<Boolean> truths) {
        var mixed = truths.stream().distinct().count() > 1;
        var wrong = (OF_NUMBERS.contains(group.rollUp()) && truths.contains(true))
                || (OF_TRUTHS.contains(group.rollUp()) && truths.contains(false));
        if (mixed || wrong) {
            var numbers = OF_NUMBERS.contains(group.rollUp());
            problems.add(
                    at,
                    group.rollUp() + (mixed ? "的成员类型必须一致" : numbers ? "需要数值" : "需要“达到或未达到”"),
                    group.rollUp()
                            + (mixed
                                    ? " needs members of one type"
                                    : numbers ? " needs numbers" : " needs what is true or not"));
        }
    }

    private void rounding(String at, Group group) {
        if (DIVIDING.contains(group.rollUp()) || (group.rounding() != null && OF_NUMBERS.contains(group.rollUp()))) {
            CheckRatings.rounding(problems, at, group.rounding());
        } else {
            problems.useless(at, group.rounding(), "数值", "numbers");
        }
    }

    private void weighing(String at, Group group, @Nullable Selection over) {
        if (!WEIGHED.contains(group.rollUp())) {
            problems.useless(
                    at + "/weighing", group.weighing(), "SUM、WEIGHTED_MEAN、SHARE", "SUM, WEIGHTED_MEAN, SHARE");
        }
        if (group.weighing() == Weighing.IMPORTANCE && (over == null || over.requirements() == null)) {
            problems.add(
                    at + "/weighing",
                    "重要性来自级别要求：需要选择 requirements",
                    "Importance comes from requirements: choose requirements");
        }
        var listed = group.weighing() == Weighing.LISTED;
        if (problems.onlyWith(listed, at + "/weights", group.weights(), "LISTED")) {
            weights(at, group, over);
        }
    }

    private void weights(String at, Group group, @Nullable Selection over) {
        var members = over == null ? null : over.skills() != null ? over.skills() : over.groups();
        if (members == null || over == null || over.categories() != null || over.requirements() != null) {
            problems.add(at + "/weighing", "LISTED 需要逐一列出成员", "LISTED needs members that are listed one by one");
            return;
        }
        var weights = group.weights() == null ? List.<Weight>of() : group.weights();
        var weighed = new ArrayList<String>();
        for (var i = 0; i < weights.size(); i++) {
            var weight = weights.get(i);
            var here = at + "/weights/" + i;
            if (problems.needed(here, weight) && problems.needed(here + "/of", weight.of())) {
                problems.positive(here + "/weight", weight.weight());
                weighed.add(weight.of());
            }
        }
        if (weighed.size() != members.size() || !new HashSet<>(weighed).equals(new HashSet<>(members))) {
            problems.add(at + "/weights", "每个成员需要且只需要一个权重", "Every member needs one weight, and nothing else has one");
        }
    }

    /** Members that are listed; otherwise as many as anybody could have. */
    private static int mostMembers(@Nullable Selection over) {
        if (over == null || over.categories() != null || over.requirements() != null) {
            return MOST_MEMBERS;
        }
        var members = over.skills() == null ? over.groups() : over.skills();
        return members == null || members.isEmpty() ? MOST_MEMBERS : members.size();
    }

    private Stream<Group> groups(List<String> ids) {
        return ids.stream().map(names.groups()::get).filter(group -> group != null && group.rollUp() != null);
    }
}
