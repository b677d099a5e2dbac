package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.KindWeight;
import dev.skillladder.contract.catalog.DeclarativeRule.Rating;
import dev.skillladder.contract.catalog.DeclarativeRule.Reducer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One number from what several sources said about a skill. Raising any of them never lowers it. */
final class Reduce {

    /** Digits of a decayed weight: it is no exact number anyway, but the same everywhere. */
    private static final int WEIGHT_DIGITS = 15;

    private Reduce() {}

    /** Null if too little is known. */
    static @Nullable Exact of(Rating rating, String skill, Statements statements) {
        var kinds = EnumSet.copyOf(rating.kinds());
        var said = statements.about(skill, kinds);
        var raters = said.stream().map(Said::source).distinct().count();
        if (raters < Objects.requireNonNullElse(rating.minRaters(), 1)) {
            return null;
        }
        return switch (rating.reducer()) {
            case ESTIMATE -> exact(statements.estimate(skill, kinds));
            case LATEST -> mean(newest(said));
            case HIGHEST -> sorted(said).getLast();
            case LOWEST -> sorted(said).getFirst();
            case MEAN -> mean(said);
            case MEDIAN -> median(sorted(said));
            case BY_KIND -> byKind(rating, said);
            case AT_LEAST -> atLeast(rating, said);
            case DECAYING -> decaying(rating, said, statements.halfLifeDays(skill));
        };
    }

    /** Whether the reducer itself says proficient or not. */
    static boolean isTruth(Reducer reducer) {
        return reducer == Reducer.AT_LEAST;
    }

    private static @Nullable Exact exact(@Nullable BigDecimal decimal) {
        return decimal == null ? null : Exact.of(decimal);
    }

    private static List<Said> newest(List<Said> said) {
        var day = said.stream()
                .map(Said::observedOn)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return said.stream().filter(one -> one.observedOn().equals(day)).toList();
    }

    private static List<Exact> sorted(List<Said> said) {
        return said.stream().map(one -> Exact.of(one.value())).sorted().toList();
    }

    private static Exact median(List<Exact> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(Exact.of(2));
    }

    private static Exact mean(List<Said> said) {
        var sum = Exact.ZERO;
        for (var one : said) {
            sum = sum.plus(Exact.of(one.value()));
        }
        return sum.dividedBy(Exact.of(said.size()));
    }

    /** Null if only kinds without weight spoke. */
    private static @Nullable Exact byKind(Rating rating, List<Said> said) {
        var sum = Exact.ZERO;
        var weights = Exact.ZERO;
        for (KindWeight kind : Objects.requireNonNull(rating.weights())) {
            var voices = said.stream().filter(one -> one.kind() == kind.kind()).toList();
            if (!voices.isEmpty()) {
                var weight = Exact.of(kind.weight());
                sum = sum.plus(weight.times(mean(voices)));
                weights = weights.plus(weight);
            }
        }
        return weights.signum() == 0 ? null : sum.dividedBy(weights);
    }

    /** Null as long as fewer spoke than are needed. */
    private static @Nullable Exact atLeast(Rating rating, List<Said> said) {
        int count = Objects.requireNonNull(rating.count());
        var cut = Objects.requireNonNull(rating.cut());
        var high = said.stream().filter(one -> one.value().compareTo(cut) >= 0).count();
        return said.size() < count ? null : high >= count ? Exact.ONE : Exact.ZERO;
    }

    /** Ages count from the newest voice, so that time alone changes nothing. */
    private static Exact decaying(Rating rating, List<Said> said, int skillHalfLife) {
        double halfLife = Objects.requireNonNullElse(rating.halfLifeDays(), skillHalfLife);
        LocalDate newest = newest(said).getFirst().observedOn();
        var sum = Exact.ZERO;
        var weights = Exact.ZERO;
        for (var one : said) {
            var age = newest.toEpochDay() - one.observedOn().toEpochDay();
            var weight = Exact.of(BigDecimal.valueOf(StrictMath.pow(2, -age / halfLife))
                    .setScale(WEIGHT_DIGITS, RoundingMode.HALF_EVEN));
            sum = sum.plus(weight.times(Exact.of(one.value())));
            weights = weights.plus(weight);
        }
        return sum.dividedBy(weights);
    }
}
