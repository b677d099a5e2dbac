package dev.skillladder.assessment.nextlevel;

import dev.skillladder.assessment.nextlevel.NextLevel.Raise;
import dev.skillladder.assessment.nextlevel.NextLevel.What;
import dev.skillladder.contract.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A way to a level in words. */
final class PathSentence {

    private PathSentence() {}

    static Text of(Text level, List<Raise> steps) {
        if (steps.isEmpty()) {
            return new Text("已达到" + level.zh() + "。", level.en() + " is reached already.");
        }
        return new Text(
                "达到" + level.zh() + "：" + steps.stream().map(PathSentence::zh).collect(Collectors.joining("；")) + "。",
                level.en() + ": " + steps.stream().map(PathSentence::en).collect(Collectors.joining("; ")) + ".");
    }

    private static String zh(Raise step) {
        String name = step.name().zh();
        if (step.what() == What.REVIEW) {
            return "请人评审" + name + "（现有 " + number(step.from()) + " 已足够，但尚不能认定）";
        }
        return step.from() == null
                ? name + "（尚无记录）达到 " + number(step.to())
                : name + "从 " + number(step.from()) + " 提升到 " + number(step.to());
    }

    private static String en(Raise step) {
        String name = step.name().en();
        if (step.what() == What.REVIEW) {
            return "have " + name + " reviewed (" + number(step.from()) + " is enough but does not count yet)";
        }
        return step.from() == null
                ? "bring " + name + ", of which nothing is known, to " + number(step.to())
                : "raise " + name + " from " + number(step.from()) + " to " + number(step.to());
    }

    private static String number(@Nullable Double value) {
        return value == null
                ? "?"
                : BigDecimal.valueOf(value)
                        .setScale(1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
