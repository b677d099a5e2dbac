package dev.skillladder.engine.declarative;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.DeclarativeRule.Condition;
import dev.skillladder.contract.catalog.DeclarativeRule.Group;
import dev.skillladder.contract.catalog.DeclarativeRule.Rating;
import dev.skillladder.contract.catalog.DeclarativeRule.RollUp;
import dev.skillladder.engine.declarative.RollUps.Member;
import dev.skillladder.engine.declarative.RuleLine.Input;
import dev.skillladder.engine.declarative.RuleLine.Part;
import dev.skillladder.engine.declarative.RuleLine.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down the steps of an evaluation, if anybody wants to read them. */
final class Trace {

    private static final Set<RollUp> TRUTHS = EnumSet.of(RollUp.ALL, RollUp.ANY, RollUp.K_OF_N);

    private final @Nullable List<RuleLine> lines;

    Trace(@Nullable List<RuleLine> lines) {
        this.lines = lines;
    }

    void skill(
            String skill,
            Rating rating,
            Statements statements,
            @Nullable Exact read,
            Value value,
            @Nullable Exact threshold) {
        if (lines != null) {
            lines.add(new RuleLine(
                    Part.SKILL,
                    skill,
                    null,
                    null,
                    rating.id(),
                    rating.reducer().name(),
                    voices(statements.about(skill, EnumSet.copyOf(rating.kinds()))),
                    shown(read),
                    shown(value.low()),
                    shown(value.high()),
                    threshold == null ? rating.cut() : threshold.shown(),
                    false,
                    Scales.isTruth(rating) ? Evaluation.verdict(value) : plain(value)));
        }
    }

    void group(Group group, List<Member> members, Value value, @Nullable String level) {
        if (lines != null) {
            lines.add(new RuleLine(
                    Part.GROUP,
                    group.id(),
                    null,
                    level,
                    null,
                    group.rollUp().name(),
                    members.stream().map(Trace::input).toList(),
                    null,
                    shown(value.low()),
                    shown(value.high()),
                    group.count() == null ? null : BigDecimal.valueOf(group.count()),
                    false,
                    TRUTHS.contains(group.rollUp()) ? Evaluation.verdict(value) : plain(value)));
        }
    }

    void condition(Condition condition, Value value, Value holds, @Nullable String track, @Nullable String level) {
        if (lines != null) {
            var of = condition.group() == null ? condition.skill() : condition.group();
            lines.add(new RuleLine(
                    Part.CONDITION,
                    of == null ? "" : of,
                    track,
                    level,
                    condition.rating(),
                    condition.absent().name(),
                    List.of(),
                    null,
                    shown(value.low()),
                    shown(value.high()),
                    condition.above() == null ? condition.least() : condition.above(),
                    condition.above() != null,
                    Evaluation.verdict(holds)));
        }
    }

    void score(String track, String level, String group, Value value, Exact threshold, Value holds) {
        if (lines != null) {
            lines.add(new RuleLine(
                    Part.SCORE,
                    group,
                    track,
                    level,
                    null,
                    "SCORE",
                    List.of(),
                    null,
                    shown(value.low()),
                    shown(value.high()),
                    threshold.shown(),
                    false,
                    Evaluation.verdict(holds)));
        }
    }

    void level(String track, String level, Value holds) {
        decided(Part.LEVEL, level, track, level, holds);
    }

    /** HOLDS means that the veto does not bind. */
    void veto(String track, @Nullable String cap, Value unless) {
        decided(Part.VETO, cap == null ? "" : cap, track, cap, unless);
    }

    private void decided(Part part, String of, String track, @Nullable String level, Value holds) {
        if (lines != null) {
            lines.add(new RuleLine(
                    part,
                    of,
                    track,
                    level,
                    null,
                    part.name(),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    false,
                    Evaluation.verdict(holds)));
        }
    }

    private static Verdict plain(Value value) {
        if (value.absent()) {
            return Verdict.ABSENT;
        }
        if (value.low() == null || value.high() == null) {
            return Verdict.FAILS;
        }
        return value.low().equals(value.high()) ? Verdict.VALUE : Verdict.UNKNOWN;
    }

    private static Input input(Member member) {
        return new Input(
                member.id(),
                1,
                shown(member.value().low()),
                shown(member.value().high()),
                member.weight().shown());
    }

    /** By kind only: single voices are told, as far as they may be, by the line of the skill. */
    private static List<Input> voices(List<Said> said) {
        var inputs = new ArrayList<Input>();
        for (var kind : Kind.values()) {
            var sum = Exact.ZERO;
            var count = 0;
            for (var one : said) {
                if (one.kind() == kind) {
                    sum = sum.plus(Exact.of(one.value()));
                    count++;
                }
            }
            if (count > 0) {
                var mean = sum.dividedBy(Exact.of(count)).shown();
                inputs.add(new Input(kind.name(), count, mean, mean, null));
            }
        }
        return inputs;
    }

    private static @Nullable BigDecimal shown(@Nullable Exact value) {
        return value == null ? null : value.shown();
    }
}
