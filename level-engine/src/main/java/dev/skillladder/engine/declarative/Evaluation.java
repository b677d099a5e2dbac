package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Condition;
import dev.skillladder.contract.catalog.DeclarativeRule.Group;
import dev.skillladder.contract.catalog.DeclarativeRule.Rating;
import dev.skillladder.contract.catalog.DeclarativeRule.RollUp;
import dev.skillladder.contract.catalog.DeclarativeRule.Weighing;
import dev.skillladder.contract.catalog.FrameworkDocument.Requirement;
import dev.skillladder.engine.declarative.RollUps.Member;
import dev.skillladder.engine.declarative.RuleLine.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One rule applied to what is known about one person; every skill and group is computed once. */
final class Evaluation {

    private final OwnRule rule;
    private final RoleRule role;
    private final Statements statements;
    private final Trace trace;
    private final Map<List<Object>, Value> known = new HashMap<>();

    Evaluation(OwnRule rule, RoleRule role, Statements statements, @Nullable List<RuleLine> lines) {
        this.rule = rule;
        this.role = role;
        this.statements = statements;
        this.trace = new Trace(lines);
    }

    Trace trace() {
        return trace;
    }

    /** HOLDS, FAILS or UNKNOWN of a truth. */
    static Verdict verdict(Value truth) {
        if (truth.absent()) {
            return Verdict.ABSENT;
        }
        if (reaches(truth.low(), Exact.ONE, false)) {
            return Verdict.HOLDS;
        }
        return reaches(truth.high(), Exact.ONE, false) ? Verdict.UNKNOWN : Verdict.FAILS;
    }

    static boolean reaches(@Nullable Exact value, Exact threshold, boolean above) {
        return value != null && (above ? value.compareTo(threshold) > 0 : value.compareTo(threshold) >= 0);
    }

    /**
     * What a skill counts.
     *
     * @param required what the level asks, for a rating that compares with it
     */
    Value skill(String skill, Rating rating, @Nullable BigDecimal required) {
        var threshold = threshold(rating, required);
        List<Object> key = List.of("skill", skill, rating.id(), threshold == null ? "" : threshold);
        var before = known.get(key);
        if (before != null) {
            return before;
        }
        var most = rule.scales().most(rating);
        var exempt = statements.exempt(skill);
        var read = exempt ? null : Reduce.of(rating, skill, statements);
        var value = exempt
                ? rule.exemptCountsFull() ? Value.of(most, most) : Value.ABSENT
                : read == null ? missing(rating, most) : Value.of(counts(rating, read, threshold), most);
        known.put(key, value);
        trace.skill(skill, rating, statements, read, value, threshold);
        return value;
    }

    private static @Nullable Exact threshold(Rating rating, @Nullable BigDecimal required) {
        var proficient = rating.proficient();
        if (proficient == null) {
            return null;
        }
        return proficient.from() != null
                ? Exact.of(proficient.from())
                : Exact.of(Objects.requireNonNull(required))
                        .minus(Exact.of(Objects.requireNonNull(proficient.tolerance())));
    }

    private static Exact counts(Rating rating, Exact read, @Nullable Exact threshold) {
        if (threshold == null) {
            return Reduce.isTruth(rating.reducer()) ? read : Scales.mapped(rating, read);
        }
        return reaches(Rounds.apply(rating.rounding(), read), threshold, false) ? Exact.ONE : Exact.ZERO;
    }

    private Value missing(Rating rating, Exact most) {
        return switch (rating.missing()) {
            case FAIL -> Scales.isTruth(rating) ? Value.of(Exact.ZERO, most) : new Value(null, null, most, false);
            case UNKNOWN -> new Value(Exact.ZERO.min(rule.scales().least(rating)), most, most, false);
            case LEAVE_OUT -> Value.ABSENT;
            case ZERO -> Value.of(Exact.ZERO, most);
        };
    }

    /** What a group comes to at that level. */
    Value group(String id, @Nullable String decided) {
        var level = rule.perLevel(id) ? decided : null;
        List<Object> key = List.of("group", id, level == null ? "" : level);
        var before = known.get(key);
        if (before != null) {
            return before;
        }
        var group = rule.group(id);
        var members = new ArrayList<Member>();
        var value = group.rollUp() == RollUp.STEPS ? steps(group, level) : rolledUp(group, level, members);
        known.put(key, value);
        trace.group(group, members, value, level);
        return value;
    }

    private Value rolledUp(Group group, @Nullable String level, List<Member> members) {
        addMembers(group, level, members);
        return RollUps.of(group, members).map(value -> Rounds.apply(group.rounding(), value));
    }

    private void addMembers(Group group, @Nullable String level, List<Member> members) {
        var over = Objects.requireNonNull(group.over());
        if (over.groups() != null) {
            over.groups().forEach(id -> members.add(new Member(id, group(id, level), weight(group, id, null))));
            return;
        }
        var rating = rule.rating(Objects.requireNonNull(group.rating()));
        var named = rule.named(group.id());
        if (over.requirements() == null) {
            for (var skill : Objects.requireNonNull(named)) {
                members.add(new Member(skill, skill(skill, rating, null), weight(group, skill, null)));
            }
            return;
        }
        for (var asked : level == null ? List.<Requirement>of() : role.asked().getOrDefault(level, List.of())) {
            if (Members.takes(over.requirements(), asked.mustHave())
                    && (named == null || named.contains(asked.skill()))) {
                var value = skill(asked.skill(), rating, BigDecimal.valueOf(asked.proficiency()));
                members.add(new Member(asked.skill(), value, weight(group, asked.skill(), asked)));
            }
        }
    }

    private Exact weight(Group group, String member, @Nullable Requirement asked) {
        var weighing = Objects.requireNonNullElse(group.weighing(), Weighing.EQUAL);
        return switch (weighing) {
            case EQUAL -> Exact.ONE;
            case IMPORTANCE -> Exact.of(Objects.requireNonNull(asked).importance());
            case LISTED -> rule.weight(group.id(), member);
        };
    }

    private Value steps(Group group, @Nullable String level) {
        var low = Exact.ZERO;
        var high = Exact.ZERO;
        var most = Exact.ZERO;
        var known = true;
        var possible = true;
        for (var step : Objects.requireNonNull(group.steps())) {
            for (var condition : step.requires()) {
                var holds = condition(condition, null, level);
                known &= reaches(holds.low(), Exact.ONE, false);
                possible &= reaches(holds.high(), Exact.ONE, false);
            }
            most = Exact.of(step.step());
            low = known ? most : low;
            high = possible ? most : high;
        }
        return new Value(low, high, most, false);
    }

    /** A truth, never absent: the condition says what holds for nothing. */
    Value condition(Condition condition, @Nullable String track, @Nullable String level) {
        var value = condition.group() != null
                ? group(condition.group(), level)
                : skill(
                        Objects.requireNonNull(condition.skill()),
                        rule.rating(Objects.requireNonNull(condition.rating())),
                        null);
        var holds = value.absent()
                ? switch (condition.absent()) {
                    case PASS -> Value.truth(true, true);
                    case FAIL -> Value.truth(false, false);
                    case UNKNOWN -> Value.truth(false, true);
                }
                : Value.truth(reaches(value.low(), condition), reaches(value.high(), condition));
        trace.condition(condition, value, holds, track, level);
        return holds;
    }

    private static boolean reaches(@Nullable Exact value, Condition condition) {
        return condition.above() != null
                ? reaches(value, Exact.of(condition.above()), true)
                : reaches(value, condition.least() == null ? Exact.ONE : Exact.of(condition.least()), false);
    }
}
