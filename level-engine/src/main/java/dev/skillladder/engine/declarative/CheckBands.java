package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Bounds;
import dev.skillladder.contract.catalog.DeclarativeRule.RoundingMode;
import dev.skillladder.contract.catalog.DeclarativeRule.Score;
import dev.skillladder.contract.catalog.DeclarativeRule.Thresholds;
import dev.skillladder.contract.catalog.DeclarativeRule.TrackLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks a track's score and the bands of its levels: they touch each other, begin within reach and have no upper end. */
final class CheckBands {

    private final Problems problems;
    private final Names names;
    private final GroupTypes types;

    CheckBands(Problems problems, Names names, GroupTypes types) {
        this.problems = problems;
        this.names = names;
        this.types = types;
    }

    /** Bands only make sense if the score does. */
    void check(String track, Score score, List<TrackLevel> levels) {
        if (score(track + "/score", score)) {
            bands(track + "/levels", score, levels);
        }
    }

    private boolean score(String at, Score score) {
        var known = problems.known(at + "/group", score.group(), names.groups().keySet(), Names.GROUP);
        var group = known ? Objects.requireNonNull(names.groups().get(score.group())) : null;
        if (group != null && GroupTypes.isTruth(group)) {
            problems.add(at + "/group", "分数需要数值分组", "A score needs a group that gives a number");
        }
        CheckRatings.rounding(problems, at + "/rounding", score.rounding());
        var bounds = problems.needed(at + "/bounds", score.bounds());
        var thresholds = problems.needed(at + "/thresholds", score.thresholds());
        var share = score.thresholds() == Thresholds.SHARE_OF_TOTAL;
        if (share) {
            CheckRatings.rounding(problems, at + "/thresholdRounding", score.thresholdRounding());
        } else {
            problems.useless(at + "/thresholdRounding", score.thresholdRounding(), "SHARE_OF_TOTAL", "SHARE_OF_TOTAL");
        }
        if (!share) {
            problems.useless(at + "/total", score.total(), "SHARE_OF_TOTAL", "SHARE_OF_TOTAL");
        } else if (score.total() != null) {
            problems.positive(at + "/total", score.total());
        }
        if (score.bounds() == Bounds.CLOSED) {
            if (share) {
                problems.add(at + "/bounds", "CLOSED 需要绝对阈值", "Closed bands need absolute thresholds");
            } else if (score.rounding() != null && score.rounding().mode() == RoundingMode.NONE) {
                problems.add(
                        at + "/rounding",
                        "CLOSED 需要舍入，否则区间之间会有空隙",
                        "Closed bands need rounding, or values fall between them");
            }
        }
        return bounds && thresholds && known;
    }

    private void bands(String at, Score score, List<TrackLevel> levels) {
        @Nullable TrackLevel before = null;
        for (var i = 0; i < levels.size(); i++) {
            var level = levels.get(i);
            var here = at + "/" + i;
            if (level == null || !problems.decimal(here + "/from", level.from())) {
                return;
            }
            if (before != null
                    && before.from() != null
                    && Objects.requireNonNull(level.from()).compareTo(before.from()) <= 0) {
                problems.add(here + "/from", "区间重叠：from 必须递增", "The bands overlap: from must rise");
            }
            if (before != null) {
                touching(at + "/" + (i - 1) + "/to", score, before.to(), Objects.requireNonNull(level.from()));
            }
            reachable(here + "/from", score, Objects.requireNonNull(level.from()));
            before = level;
        }
        if (before != null && before.to() != null) {
            top(at + "/" + (levels.size() - 1) + "/to", score, before.to());
        }
    }

    /** A gap would take a level away from whoever rises into it. */
    private void touching(String at, Score score, @Nullable BigDecimal to, BigDecimal next) {
        if (to == null || !problems.decimal(at, to)) {
            return;
        }
        var end = score.bounds() == Bounds.CLOSED ? to.add(unit(score)) : to;
        if (end.compareTo(next) < 0) {
            problems.add(
                    at,
                    "与下一区间之间有空隙，下一区间始于 " + next.toPlainString(),
                    "It leaves a gap to the next band, which begins at " + next.toPlainString());
        } else if (end.compareTo(next) > 0) {
            problems.add(
                    at,
                    "与下一区间重叠，下一区间始于 " + next.toPlainString(),
                    "It overlaps the next band, which begins at " + next.toPlainString());
        }
    }

    private static BigDecimal unit(Score score) {
        var digits = score.rounding() == null ? null : score.rounding().digits();
        return BigDecimal.ONE.movePointLeft(digits == null ? 0 : Math.clamp(digits, 0, 9));
    }

    private void reachable(String at, Score score, BigDecimal from) {
        if (from.signum() < 0) {
            problems.add(at, "不得小于 0", "It must not be below 0");
        }
        var most = most(score);
        if (most != null && Exact.of(from).compareTo(most) > 0) {
            problems.add(
                    at,
                    "永远无法达到：最多 " + most.shown().toPlainString(),
                    "Nobody can reach it: the most there can be is "
                            + most.shown().toPlainString());
        }
    }

    /** Whoever rises beyond the highest band would lose the level. */
    private void top(String at, Score score, BigDecimal to) {
        var most = most(score);
        if (!problems.decimal(at, to)) {
            return;
        }
        var beyond = most == null ? 1 : most.compareTo(Exact.of(to));
        if (beyond > 0 || (beyond == 0 && score.bounds() == Bounds.HALF_OPEN)) {
            problems.add(
                    at,
                    "最高区间不应有上限：超过者会失去级别",
                    "The highest band needs no end: whoever rises beyond it would lose the level");
        }
    }

    /** Null if it depends on the level, or on a total that was given. */
    private @Nullable Exact most(Score score) {
        if (score.thresholds() == Thresholds.SHARE_OF_TOTAL) {
            return score.total() == null ? Exact.ONE : null;
        }
        var group = Objects.requireNonNull(names.groups().get(score.group()));
        var most = types.most(group);
        return most == null || score.rounding() == null || score.rounding().mode() == null
                ? most
                : Rounds.apply(score.rounding(), most);
    }
}
