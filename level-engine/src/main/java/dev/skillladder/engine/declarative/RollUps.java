package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Group;
import dev.skillladder.contract.catalog.DeclarativeRule.RollUp;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From members to one value. None of them falls when a member rises. */
final class RollUps {

    private RollUps() {}

    /** Members that are absent leave the group, and the rest is taken as the whole; absent if none is left. */
    static Value of(Group group, List<Member> members) {
        var counted =
                members.stream().filter(member -> !member.value().absent()).toList();
        if (counted.isEmpty()
                || (group.rollUp() == RollUp.SHARE && most(counted).signum() == 0)) {
            return Value.ABSENT;
        }
        var needed = group.rollUp() == RollUp.K_OF_N ? needed(group, counted.size(), members.size()) : 0;
        var most = fold(group, counted, member -> member.value().most(), needed);
        return new Value(
                fold(group, counted, member -> member.value().low(), needed),
                fold(group, counted, member -> member.value().high(), needed),
                Objects.requireNonNull(most),
                false);
    }

    /** k, or the same share of those that are left, rounded up. */
    private static long needed(Group group, long counted, long all) {
        long count = Objects.requireNonNull(group.count());
        return counted == all ? count : (count * counted + all - 1) / all;
    }

    /** Null if a member that fails is part of it. */
    private static @Nullable Exact fold(
            Group group, List<Member> members, Function<Member, @Nullable Exact> end, long needed) {
        var sum = Exact.ZERO;
        var weights = Exact.ZERO;
        @Nullable Exact least = null;
        @Nullable Exact greatest = null;
        var reached = 0L;
        for (var member : members) {
            var value = end.apply(member);
            if (value == null) {
                return null;
            }
            sum = sum.plus(member.weight().times(value));
            weights = weights.plus(member.weight());
            least = least == null ? value : least.min(value);
            greatest = greatest == null ? value : greatest.max(value);
            reached += value.compareTo(Exact.ONE) >= 0 ? 1 : 0;
        }
        return switch (group.rollUp()) {
            case SUM -> group.cap() == null ? sum : sum.min(Exact.of(group.cap()));
            case WEIGHTED_MEAN -> sum.dividedBy(weights);
            case SHARE -> sum.dividedBy(most(members));
            case MINIMUM, ALL -> least;
            case ANY -> greatest;
            case K_OF_N -> reached >= needed ? Exact.ONE : Exact.ZERO;
            case STEPS -> throw new IllegalArgumentException("steps have no members: " + group.id());
        };
    }

    private static Exact most(List<Member> members) {
        var sum = Exact.ZERO;
        for (var member : members) {
            sum = sum.plus(member.weight().times(member.value().most()));
        }
        return sum;
    }

    /** A skill or group in a group. */
    record Member(String id, Value value, Exact weight) {}
}
