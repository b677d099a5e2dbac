package dev.skillladder.assessment.impact;

import dev.skillladder.assessment.impact.Cause.What;
import dev.skillladder.assessment.level.DraftLevels.Comparison;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import dev.skillladder.engine.LevelResult.RequirementOutcome;
import dev.skillladder.engine.Requirement;
import dev.skillladder.engine.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the line behind a change: in the lowest level whose rule turns, the line that turned with it and weighs most, a
 * must-have before all others.
 */
final class FindCause {

    private static final Comparator<Line> WEIGHTIEST = Comparator.comparing(Line::mustHave)
            .thenComparingInt(Line::importance)
            .reversed()
            .thenComparing(Line::skill);

    private FindCause() {}

    /** The cause of what happens to one person, with the line of the draft's own rule where it has one. */
    static Cause of(Comparison comparison, boolean rises) {
        Cause cause = between(comparison.before().result(), comparison.after(), rises);
        return cause.what() == What.RULE ? FindRuleLine.in(comparison, rises).orElse(cause) : cause;
    }

    /** @param after null if the draft has no such role */
    private static Cause between(LevelResult before, @Nullable LevelResult after, boolean rises) {
        if (after == null) {
            return new Cause(What.ROLE_REMOVED, null, null);
        }
        for (LevelOutcome now : after.levels()) {
            LevelOutcome then = named(now.level(), before);
            if (then == null && now.verified() == rises) {
                return new Cause(What.LADDER, now.level(), null);
            }
            if (then != null && then.verified() != now.verified() && now.verified() == rises) {
                return inLevel(now.level(), lines(then, now), rises);
            }
        }
        return new Cause(What.LADDER, before.verified(), null);
    }

    private static Cause inLevel(String level, List<Line> lines, boolean rises) {
        return first(lines, line -> line.turned(rises))
                .or(() -> first(lines, Line::changed))
                .map(line -> new Cause(line.what(), level, line.skill()))
                .orElse(new Cause(What.RULE, level, null));
    }

    private static Optional<Line> first(List<Line> lines, Predicate<Line> which) {
        return lines.stream().filter(which).min(WEIGHTIEST);
    }

    private static @Nullable LevelOutcome named(String level, LevelResult result) {
        return result.levels().stream()
                .filter(outcome -> outcome.level().equals(level))
                .findFirst()
                .orElse(null);
    }

    private static List<Line> lines(LevelOutcome then, LevelOutcome now) {
        Map<String, RequirementOutcome> before = bySkill(then);
        Map<String, RequirementOutcome> after = bySkill(now);
        List<Line> lines = new ArrayList<>();
        after.forEach((skill, line) -> lines.add(new Line(skill, before.get(skill), line)));
        before.forEach((skill, line) -> {
            if (!after.containsKey(skill)) {
                lines.add(new Line(skill, line, null));
            }
        });
        return lines;
    }

    private static Map<String, RequirementOutcome> bySkill(LevelOutcome level) {
        Map<String, RequirementOutcome> lines = new TreeMap<>();
        level.requirements().forEach(line -> lines.put(line.requirement().skill(), line));
        return lines;
    }

    /** One skill in the level's rule of today and of the draft; at least one of the two is there. */
    private record Line(
            String skill,
            @Nullable RequirementOutcome before,
            @Nullable RequirementOutcome after) {

        /** Helps as the level does: met now and not before, or the other way round; also by coming or going. */
        boolean turned(boolean rises) {
            RequirementOutcome good = rises ? after : before;
            RequirementOutcome bad = rises ? before : after;
            return isNotMet(bad) && (good == null || good.status() == Status.MET || mustHaveChanged());
        }

        boolean changed() {
            return what() != What.ESTIMATE;
        }

        boolean mustHave() {
            return (before != null && before.requirement().mustHave())
                    || (after != null && after.requirement().mustHave());
        }

        int importance() {
            return Math.max(
                    before == null ? 0 : before.requirement().importance(),
                    after == null ? 0 : after.requirement().importance());
        }

        What what() {
            if (before == null) {
                return What.LINE_ADDED;
            }
            if (after == null) {
                return What.LINE_REMOVED;
            }
            Requirement then = before.requirement();
            Requirement now = after.requirement();
            int asks = Double.compare(now.proficiency(), then.proficiency());
            if (asks != 0) {
                return asks > 0 ? What.ASKS_MORE : What.ASKS_LESS;
            }
            return mustHaveChanged()
                    ? What.MUST_HAVE
                    : then.importance() == now.importance() ? What.ESTIMATE : What.IMPORTANCE;
        }

        private boolean mustHaveChanged() {
            return before != null
                    && after != null
                    && before.requirement().mustHave() != after.requirement().mustHave();
        }

        private static boolean isNotMet(@Nullable RequirementOutcome line) {
            return line != null && line.status() != Status.MET;
        }
    }
}
