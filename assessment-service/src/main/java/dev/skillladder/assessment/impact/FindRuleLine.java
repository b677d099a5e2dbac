package dev.skillladder.assessment.impact;

import dev.skillladder.assessment.impact.Cause.Line;
import dev.skillladder.assessment.impact.Cause.What;
import dev.skillladder.assessment.level.DraftLevels.Comparison;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import dev.skillladder.engine.declarative.RuleLine;
import dev.skillladder.engine.declarative.RuleLine.Part;
import dev.skillladder.engine.declarative.RuleLine.Verdict;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the line of a company's own rule that turned together with a level: a score, a condition or a veto. A track need
 * not speak of every level of the ladder, so the lowest one with such a line counts.
 */
final class FindRuleLine {

    private static final Set<Part> DECIDING = EnumSet.of(Part.SCORE, Part.CONDITION, Part.VETO);

    private FindRuleLine() {}

    /** Empty if no single line turned, or there are none because the draft has LEVELS-1. */
    static Optional<Cause> in(Comparison comparison, boolean rises) {
        LevelResult after = comparison.after();
        return after == null
                ? Optional.empty()
                : after.levels().stream()
                        .map(LevelOutcome::level)
                        .flatMap(level ->
                                turned(level, comparison.linesBefore(), comparison.linesAfter(), rises).stream()
                                        .map(line -> new Cause(What.RULE, level, null, line)))
                        .findFirst();
    }

    /** The first in the rule's order that turned the same way. */
    private static Optional<Line> turned(String level, List<RuleLine> before, List<RuleLine> after, boolean rises) {
        return after.stream()
                .filter(line -> DECIDING.contains(line.part()) && level.equals(line.level()) && holds(line) == rises)
                .filter(line -> before.stream().noneMatch(earlier -> isSame(earlier, line) && holds(earlier) == rises))
                .map(line -> new Line(line.part(), line.of(), line.track()))
                .findFirst();
    }

    private static boolean holds(RuleLine line) {
        return line.verdict() == Verdict.HOLDS;
    }

    private static boolean isSame(RuleLine one, RuleLine other) {
        return one.part() == other.part()
                && one.of().equals(other.of())
                && Objects.equals(one.level(), other.level())
                && Objects.equals(one.track(), other.track());
    }
}
