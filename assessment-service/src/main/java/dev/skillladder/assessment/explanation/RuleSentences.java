package dev.skillladder.assessment.explanation;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.DeclarativeRule.RollUp;
import dev.skillladder.engine.declarative.RuleLine;
import dev.skillladder.engine.declarative.RuleLine.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** One step of a framework's own rule in words, in both languages. */
final class RuleSentences {

    private static final int DIGITS = 2;

    private RuleSentences() {}

    static Text of(RuleLine line, Text name, @Nullable Text level) {
        return switch (line.part()) {
            case SKILL -> skill(line, name);
            case GROUP -> group(line, name);
            case CONDITION -> compared(line, name, level, new Text("要求", "asks"));
            case SCORE -> compared(line, name, level, new Text("始于", "begins where"));
            case VETO -> veto(line, name);
            case LEVEL ->
                new Text(
                        name.zh() + "：" + verdict(line.verdict()).zh() + "。",
                        name.en() + ": " + verdict(line.verdict()).en() + ".");
        };
    }

    private static Text skill(RuleLine line, Text name) {
        if (line.verdict() == Verdict.ABSENT) {
            return new Text(name.zh() + "不计入规则。", name.en() + " leaves the rule.");
        }
        Text counts = line.threshold() == null ? range(line) : verdict(line.verdict());
        if (line.read() == null) {
            return new Text(
                    "规则认为" + name.zh() + "信息不足：计为" + counts.zh() + "。",
                    "The rule knows too little of " + name.en() + ": it counts " + counts.en() + ".");
        }
        if (line.threshold() == null) {
            return new Text(
                    "规则将" + name.zh() + "读作 " + number(line.read()) + "：计为" + counts.zh() + "。",
                    "The rule reads " + name.en() + " as " + number(line.read()) + ": it counts " + counts.en() + ".");
        }
        return new Text(
                "规则将" + name.zh() + "读作 " + number(line.read()) + "，要求 " + number(line.threshold()) + "：" + counts.zh()
                        + "。",
                "The rule reads " + name.en() + " as " + number(line.read()) + " where " + number(line.threshold())
                        + " is asked: " + counts.en() + ".");
    }

    private static Text group(RuleLine line, Text name) {
        if (line.verdict() == Verdict.ABSENT) {
            return new Text(name.zh() + "：没有可计入的内容。", name.en() + ": nothing in it counts.");
        }
        boolean number = line.verdict() == Verdict.VALUE || line.low() == null;
        Text result = number || isRange(line) ? range(line) : verdict(line.verdict());
        int members = line.inputs().size();
        Text how = rollUp(RollUp.valueOf(line.how()));
        return new Text(
                name.zh() + "（" + how.zh() + (members == 0 ? "" : "，" + members + " 项") + "）：" + result.zh() + "。",
                name.en() + " (" + how.en() + (members == 0 ? "" : " of " + members) + "): " + result.en() + ".");
    }

    private static Text rollUp(RollUp rollUp) {
        return switch (rollUp) {
            case SUM -> new Text("总和", "sum");
            case WEIGHTED_MEAN -> new Text("加权平均", "weighted mean");
            case MINIMUM -> new Text("最低值", "minimum");
            case ALL -> new Text("全部达到", "all");
            case ANY -> new Text("任一达到", "any");
            case K_OF_N -> new Text("达到足够多项", "enough");
            case SHARE -> new Text("占比", "share");
            case STEPS -> new Text("所在级", "step");
        };
    }

    private static Text compared(RuleLine line, Text name, @Nullable Text level, Text verb) {
        Text where =
                level == null ? new Text("", "") : new Text(level.zh() + verb.zh(), level.en() + " " + verb.en() + " ");
        Text asked = line.threshold() == null
                ? new Text("成立", "holds")
                : line.above()
                        ? new Text("高于 " + number(line.threshold()), "is above " + number(line.threshold()))
                        : new Text("至少 " + number(line.threshold()), "is at least " + number(line.threshold()));
        Text is = line.threshold() == null || line.verdict() == Verdict.ABSENT
                ? new Text("", "")
                : new Text("，实为" + range(line).zh(), "; it is " + range(line).en());
        return new Text(
                where.zh() + name.zh() + asked.zh() + is.zh() + "："
                        + verdict(line.verdict()).zh() + "。",
                where.en() + name.en() + " " + asked.en() + is.en() + ": "
                        + verdict(line.verdict()).en() + ".");
    }

    private static Text veto(RuleLine line, Text cap) {
        return switch (line.verdict()) {
            case HOLDS -> new Text("否决项不生效。", "The veto does not bind.");
            case UNKNOWN ->
                new Text(
                        "否决项可能生效：已验证级别最高为" + cap.zh() + "。",
                        "The veto may bind: the verified level is at most " + cap.en() + ".");
            case FAILS, VALUE, ABSENT ->
                new Text("否决项生效：级别最高为" + cap.zh() + "。", "The veto binds: the level is at most " + cap.en() + ".");
        };
    }

    private static Text verdict(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> new Text("达到", "met");
            case FAILS -> new Text("未达到", "not met");
            case UNKNOWN -> new Text("未知，但仍有可能", "unknown, but still possible");
            case VALUE -> new Text("数值", "a number");
            case ABSENT -> new Text("不计入", "left out");
        };
    }

    private static boolean isRange(RuleLine line) {
        return line.high() != null && line.high().compareTo(BigDecimal.ONE) > 0;
    }

    private static Text range(RuleLine line) {
        BigDecimal low = line.low();
        BigDecimal high = line.high();
        if (low == null || high == null) {
            return new Text("失败", "failing");
        }
        return low.compareTo(high) == 0
                ? new Text(" " + number(low), number(low))
                : new Text(" " + number(low) + " 到 " + number(high), "between " + number(low) + " and " + number(high));
    }

    /** To two decimals; a value that is only rounded to them is marked. */
    private static String number(BigDecimal value) {
        BigDecimal rounded = value.setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return (rounded.compareTo(value) == 0 ? "" : "≈") + rounded.toPlainString();
    }
}
