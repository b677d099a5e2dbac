package dev.skillladder.engine.declarative;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.DeclarativeRule.KindWeight;
import dev.skillladder.contract.catalog.DeclarativeRule.Points;
import dev.skillladder.contract.catalog.DeclarativeRule.Rating;
import dev.skillladder.contract.catalog.DeclarativeRule.Reducer;
import dev.skillladder.contract.catalog.DeclarativeRule.Rounding;
import dev.skillladder.contract.catalog.DeclarativeRule.RoundingMode;
import dev.skillladder.contract.catalog.FrameworkDocument.Scale;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks how skills are read. */
final class CheckRatings {

    private static final int MOST_DIGITS = 9;
    private static final int MOST_RATERS = 100;
    private static final int MOST_DAYS = 36_500;

    private final Problems problems;
    private final Scale scale;

    CheckRatings(Problems problems, Scale scale) {
        this.problems = problems;
        this.scale = scale;
    }

    void check(String at, List<Rating> ratings) {
        var ids = new HashSet<String>();
        for (var i = 0; i < ratings.size(); i++) {
            var rating = ratings.get(i);
            if (problems.needed(at + "/" + i, rating)) {
                problems.id(at + "/" + i + "/id", rating.id(), ids);
                rating(at + "/" + i, rating);
            }
        }
    }

    private void rating(String at, Rating rating) {
        kinds(at + "/kinds", rating.kinds());
        problems.needed(at + "/missing", rating.missing());
        problems.range(at + "/minRaters", rating.minRaters(), 1, MOST_RATERS);
        rounding(problems, at + "/rounding", rating.rounding());
        if (problems.needed(at + "/reducer", rating.reducer())) {
            reducer(at, rating, rating.reducer());
            mapping(at, rating);
        }
    }

    private void kinds(String at, @Nullable List<Kind> kinds) {
        if (!problems.needed(at, kinds) || kinds == null) {
            return;
        }
        if (kinds.isEmpty() || new HashSet<>(kinds).size() < kinds.size() || kinds.contains(null)) {
            problems.add(at, "每种来源最多列出一次，且至少列出一种", "List at least one kind, and none twice");
        }
    }

    private void reducer(String at, Rating rating, Reducer reducer) {
        if (problems.onlyWith(reducer == Reducer.BY_KIND, at + "/weights", rating.weights(), "BY_KIND")) {
            weights(at, rating);
        }
        var atLeast = reducer == Reducer.AT_LEAST;
        if (problems.onlyWith(atLeast, at + "/count", rating.count(), "AT_LEAST")) {
            problems.range(at + "/count", rating.count(), 1, MOST_RATERS);
        }
        if (problems.onlyWith(atLeast, at + "/cut", rating.cut(), "AT_LEAST")
                && problems.decimal(at + "/cut", rating.cut())) {
            reachable(at + "/cut", rating.cut());
        }
        if (reducer != Reducer.DECAYING) {
            problems.useless(at + "/halfLifeDays", rating.halfLifeDays(), "DECAYING", "DECAYING");
        }
        problems.range(at + "/halfLifeDays", rating.halfLifeDays(), 1, MOST_DAYS);
    }

    private void weights(String at, Rating rating) {
        var kinds = EnumSet.noneOf(Kind.class);
        var weights = rating.weights() == null ? List.<KindWeight>of() : rating.weights();
        for (var i = 0; i < weights.size(); i++) {
            var weight = weights.get(i);
            var here = at + "/weights/" + i;
            if (problems.needed(here, weight) && problems.needed(here + "/kind", weight.kind())) {
                problems.positive(here + "/weight", weight.weight());
                kinds.add(weight.kind());
            }
        }
        if (rating.kinds() != null
                && (kinds.size() != weights.size() || !new HashSet<>(rating.kinds()).equals(kinds))) {
            problems.add(
                    at + "/weights",
                    "kinds 中的每种来源需要且只需要一个权重",
                    "Every kind in kinds needs one weight, and no other kind has one");
        }
    }

    private void mapping(String at, Rating rating) {
        var truth = Reduce.isTruth(rating.reducer());
        if (truth) {
            problems.useless(at + "/points", rating.points(), "数值", "numbers, and AT_LEAST is true or not");
            problems.useless(at + "/proficient", rating.proficient(), "数值", "numbers, and AT_LEAST is true or not");
        } else if (rating.points() != null && rating.proficient() != null) {
            problems.add(at + "/proficient", "points 与 proficient 只能选一", "Give either points or proficient");
        }
        if (rating.points() != null) {
            points(at + "/points", rating.points());
        }
        if (rating.proficient() != null) {
            proficient(
                    at + "/proficient",
                    rating.proficient().from(),
                    rating.proficient().tolerance());
        }
    }

    private void proficient(String at, @Nullable BigDecimal from, @Nullable BigDecimal tolerance) {
        if ((from == null) == (tolerance == null)) {
            problems.add(at, "from 与 tolerance 必须且只能给出一个", "Give exactly one of from and tolerance");
        } else if (from == null) {
            problems.atLeast(at + "/tolerance", tolerance, 0);
        } else if (problems.decimal(at + "/from", from)) {
            reachable(at + "/from", from);
        }
    }

    private void points(String at, List<Points> table) {
        if (table.isEmpty()) {
            problems.add(at, "至少需要一项", "At least one entry is needed");
        }
        @Nullable Points before = null;
        for (var i = 0; i < table.size(); i++) {
            var entry = table.get(i);
            var here = at + "/" + i;
            if (!problems.needed(here, entry)) {
                return;
            }
            var from = problems.decimal(here + "/from", entry.from());
            var points = problems.atLeast(here + "/points", entry.points(), 0);
            if (!from || !points) {
                return;
            }
            if (before == null && entry.from().compareTo(BigDecimal.valueOf(scale.min())) > 0) {
                problems.add(
                        here + "/from", "量表最低值以上有空隙", "The table leaves a gap above the lowest value of the scale");
            }
            if (before != null && entry.from().compareTo(before.from()) <= 0) {
                problems.add(here + "/from", "区间重叠：from 必须递增", "The bands overlap: from must rise");
            }
            if (before != null && entry.points().compareTo(before.points()) < 0) {
                problems.add(here + "/points", "分数不得随评分升高而降低", "Points must not fall with a higher rating");
            }
            before = entry;
        }
    }

    private void reachable(String at, @Nullable BigDecimal value) {
        if (value != null && value.compareTo(BigDecimal.valueOf(scale.max())) > 0) {
            problems.add(at, "高于量表最高值，永远无法达到", "It is above the scale: nobody can reach it");
        }
    }

    static void rounding(Problems problems, String at, @Nullable Rounding rounding) {
        if (rounding == null) {
            problems.add(at, "必须说明舍入方式；不舍入请用 NONE", "The rounding must be stated; NONE for exact");
            return;
        }
        if (problems.needed(at + "/mode", rounding.mode())) {
            if (rounding.mode() == RoundingMode.NONE) {
                problems.useless(at + "/digits", rounding.digits(), "舍入", "rounding");
            } else if (problems.needed(at + "/digits", rounding.digits())) {
                problems.range(at + "/digits", rounding.digits(), 0, MOST_DIGITS);
            }
        }
    }
}
