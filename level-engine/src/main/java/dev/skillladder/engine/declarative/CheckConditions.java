package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Condition;
import dev.skillladder.contract.catalog.DeclarativeRule.Group;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks conditions and the steps made of them; only for rules whose groups are sound. */
final class CheckConditions {

    private final Problems problems;
    private final Names names;
    private final GroupTypes types;
    private final Scales scales;

    CheckConditions(Problems problems, Names names, GroupTypes types, Scales scales) {
        this.problems = problems;
        this.names = names;
        this.types = types;
        this.scales = scales;
    }

    void steps(String at, Group group) {
        var steps = Objects.requireNonNull(group.steps());
        if (steps.isEmpty()) {
            problems.add(at, "至少需要一级", "At least one step is needed");
        }
        var before = BigDecimal.ZERO;
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var here = at + "/" + i;
            if (!problems.needed(here, step) || !problems.decimal(here + "/step", step.step())) {
                continue;
            }
            if (step.step().compareTo(before) <= 0) {
                problems.add(here + "/step", "级必须递增且大于 0", "Steps must rise, from above 0");
            }
            before = step.step();
            if (problems.needed(here + "/requires", step.requires())) {
                if (step.requires().isEmpty()) {
                    problems.add(here + "/requires", "至少需要一个条件", "At least one condition is needed");
                }
                all(here + "/requires", step.requires(), true);
            }
        }
    }

    /** @param level whether a level is being decided where they are used */
    void all(String at, List<Condition> conditions, boolean level) {
        var earlier = new HashSet<Condition>();
        for (var i = 0; i < conditions.size(); i++) {
            var condition = conditions.get(i);
            if (problems.needed(at + "/" + i, condition)) {
                one(at + "/" + i, condition, level);
                if (!earlier.add(condition)) {
                    problems.add(at + "/" + i, "条件重复", "The condition is there twice");
                }
            }
        }
    }

    void one(String at, Condition condition, boolean level) {
        problems.needed(at + "/absent", condition.absent());
        if ((condition.group() == null) == (condition.skill() == null)) {
            problems.add(at, "请给出 group，或 skill 与 rating", "Give a group, or a skill and a rating");
        } else if (condition.group() != null) {
            problems.useless(at + "/rating", condition.rating(), "技能", "a skill");
            if (problems.known(at + "/group", condition.group(), names.groups().keySet(), Names.GROUP)) {
                group(at, condition, Objects.requireNonNull(names.groups().get(condition.group())), level);
            }
        } else {
            var skill = problems.known(at + "/skill", condition.skill(), names.skills(), Names.SKILL);
            var rating = problems.known(
                    at + "/rating", condition.rating(), names.ratings().keySet(), Names.RATING);
            if (skill && rating) {
                skill(at, condition);
            }
        }
    }

    private void group(String at, Condition condition, Group group, boolean level) {
        if (!level && types.perLevel(group)) {
            problems.add(
                    at + "/group",
                    "分组“" + group.id() + "”取决于级别要求，不能用于否决项",
                    "The group '" + group.id() + "' depends on what a level asks, and a veto knows no level");
        }
        threshold(at, condition, GroupTypes.isTruth(group), types.most(group));
    }

    private void skill(String at, Condition condition) {
        var rating = Objects.requireNonNull(names.ratings().get(Objects.requireNonNull(condition.rating())));
        if (rating.proficient() != null && rating.proficient().tolerance() != null) {
            problems.add(
                    at + "/rating",
                    "评分方式“" + rating.id() + "”与级别要求比较，只能用于 requirements",
                    "The rating '" + rating.id() + "' compares with what a level asks: use it over requirements");
        }
        threshold(at, condition, Scales.isTruth(rating), scales.most(rating));
    }

    private void threshold(String at, Condition condition, boolean truth, @Nullable Exact most) {
        if (truth) {
            problems.useless(at + "/least", condition.least(), "数值", "numbers");
            problems.useless(at + "/above", condition.above(), "数值", "numbers");
            return;
        }
        if ((condition.least() == null) == (condition.above() == null)) {
            problems.add(at, "数值需要 least 或 above 之一", "A number needs exactly one of least and above");
            return;
        }
        var place = at + (condition.least() == null ? "/above" : "/least");
        var asked = condition.least() == null ? condition.above() : condition.least();
        if (problems.decimal(place, asked) && asked != null && most != null) {
            var beyond = most.compareTo(Exact.of(asked));
            if (beyond < 0 || (beyond == 0 && condition.above() != null)) {
                problems.add(
                        place,
                        "最多只能达到 " + most.shown().toPlainString(),
                        "Nobody can reach it: the most there can be is "
                                + most.shown().toPlainString());
            }
        }
    }
}
