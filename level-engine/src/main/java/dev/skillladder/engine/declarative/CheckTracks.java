package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Bounds;
import dev.skillladder.contract.catalog.DeclarativeRule.RoundingMode;
import dev.skillladder.contract.catalog.DeclarativeRule.Score;
import dev.skillladder.contract.catalog.DeclarativeRule.Thresholds;
import dev.skillladder.contract.catalog.DeclarativeRule.Track;
import dev.skillladder.contract.catalog.DeclarativeRule.TrackLevel;
import dev.skillladder.contract.catalog.DeclarativeRule.Veto;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks how levels are decided; only for rules whose groups are sound. */
final class CheckTracks {

    private final Problems problems;
    private final Names names;
    private final GroupTypes types;
    private final CheckConditions conditions;

    CheckTracks(Problems problems, Names names, GroupTypes types, CheckConditions conditions) {
        this.problems = problems;
        this.names = names;
        this.types = types;
        this.conditions = conditions;
    }

    void check(String at, List<Track> tracks) {
        var ids = new HashSet<String>();
        var roles = new HashSet<String>();
        for (var i = 0; i < tracks.size(); i++) {
            var track = tracks.get(i);
            if (problems.needed(at + "/" + i, track)) {
                problems.id(at + "/" + i + "/id", track.id(), ids);
                track(at + "/" + i, track);
                roles.add(track.role());
            }
        }
        for (var role : names.ladders().keySet()) {
            if (!roles.contains(role)) {
                problems.add(at, "岗位“" + role + "”没有任何通道", "No track leads anywhere for the role '" + role + "'");
            }
        }
    }

    private void track(String at, Track track) {
        if (problems.needed(at + "/name", track.name())
                && (blank(track.name().zh()) || blank(track.name().en()))) {
            problems.add(at + "/name", "名称需要中文和英文", "The name is needed in Chinese and in English");
        }
        problems.needed(at + "/decision", track.decision());
        if (!problems.known(at + "/role", track.role(), names.ladders().keySet(), Names.ROLE)
                || !problems.needed(at + "/levels", track.levels())) {
            return;
        }
        var ladder = names.ladders().getOrDefault(track.role(), List.of());
        ladder(at + "/levels", track.levels(), ladder);
        for (var i = 0; i < track.levels().size(); i++) {
            level(at + "/levels/" + i, track, track.levels().get(i));
        }
        if (track.score() != null && score(at + "/score", track.score())) {
            bands(at + "/levels", track.score(), track.levels());
        }
        vetoes(at + "/vetoes", track.vetoes() == null ? List.of() : track.vetoes(), ladder);
    }

    private void ladder(String at, List<TrackLevel> levels, List<String> ladder) {
        if (levels.isEmpty()) {
            problems.add(at, "至少需要一个级别", "At least one level is needed");
        }
        var before = -1;
        for (var i = 0; i < levels.size(); i++) {
            var level = levels.get(i);
            if (problems.needed(at + "/" + i, level)
                    && problems.known(at + "/" + i + "/level", level.level(), new HashSet<>(ladder), Names.LEVEL)) {
                var rank = ladder.indexOf(level.level());
                if (rank <= before) {
                    problems.add(at + "/" + i + "/level", "级别必须由低到高、各出现一次", "Levels go from low to high, each once");
                }
                before = rank;
            }
        }
    }

    private void level(String at, Track track, @Nullable TrackLevel level) {
        if (level == null) {
            return;
        }
        if (track.score() == null) {
            problems.useless(at + "/from", level.from(), "有 score 的通道", "a track with a score");
            problems.useless(at + "/to", level.to(), "有 score 的通道", "a track with a score");
            if (level.requires() == null || level.requires().isEmpty()) {
                problems.add(
                        at + "/requires", "没有 score 时至少需要一个条件", "Without a score at least one condition is needed");
            }
        }
        if (level.requires() != null) {
            conditions.all(at + "/requires", level.requires(), true);
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

    private void vetoes(String at, List<Veto> vetoes, List<String> ladder) {
        for (var i = 0; i < vetoes.size(); i++) {
            var veto = vetoes.get(i);
            var here = at + "/" + i;
            if (problems.needed(here, veto) && problems.needed(here + "/unless", veto.unless())) {
                conditions.one(here + "/unless", veto.unless(), false);
                if (veto.cap() != null) {
                    problems.known(here + "/cap", veto.cap(), new HashSet<>(ladder), Names.LEVEL);
                }
            }
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
