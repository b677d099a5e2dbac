package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Points;
import dev.skillladder.contract.catalog.DeclarativeRule.Rating;
import java.math.BigDecimal;
import java.util.List;

/** What a rating makes of a value on the framework's scale. */
record Scales(Exact min, Exact max) {

    static Scales of(double min, double max) {
        return new Scales(Exact.of(BigDecimal.valueOf(min)), Exact.of(BigDecimal.valueOf(max)));
    }

    static boolean isTruth(Rating rating) {
        return Reduce.isTruth(rating.reducer()) || rating.proficient() != null;
    }

    /** The least a skill can count. */
    Exact least(Rating rating) {
        return isTruth(rating) ? Exact.ZERO : mapped(rating, min);
    }

    /** The most a skill can count. */
    Exact most(Rating rating) {
        return isTruth(rating) ? Exact.ONE : mapped(rating, max);
    }

    /** Points, or the rounded value itself where there is no table. */
    static Exact mapped(Rating rating, Exact value) {
        var rounded = Rounds.apply(rating.rounding(), value);
        return rating.points() == null ? rounded : points(rating.points(), rounded);
    }

    private static Exact points(List<Points> table, Exact value) {
        var points = Exact.of(table.getFirst().points());
        for (var entry : table) {
            if (Exact.of(entry.from()).compareTo(value) <= 0) {
                points = Exact.of(entry.points());
            }
        }
        return points;
    }
}
