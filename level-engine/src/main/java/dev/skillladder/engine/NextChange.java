package dev.skillladder.engine;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** When age alone can next change a result. */
final class NextChange {

    /** A probability that age could still move further than this is looked at again then, in days. */
    private static final int HORIZON = 3650;

    /** What rounding may hide. */
    private static final double MARGIN = 1e-12;

    private NextChange() {}

    /** First day after {@code asOf} on which a skill becomes UNKNOWN by age or evidence in it expires. */
    static @Nullable LocalDate ofStatus(Collection<Reading> readings, LocalDate asOf) {
        @Nullable LocalDate next = null;
        for (var reading : readings) {
            next = earlier(next, reading.unknown() ? null : reading.staleOn());
            var expiresOn = reading.estimate().expiresOn();
            next = earlier(next, expiresOn == null || expiresOn.isAfter(asOf) ? expiresOn : asOf.plusDays(1));
        }
        return next;
    }

    /**
     * A day on or before the first one on which P of the level can have crossed the threshold by age; null if that is not
     * before {@code limit}. P moves at most as far as its skills' own probabilities together, since each of them enters
     * with a factor in [0, 1] and all are monotone in the shared error. Towards ½ is the only way age moves them.
     */
    static @Nullable LocalDate ofProbability(
            LevelCheck level, double p, double threshold, LocalDate asOf, @Nullable LocalDate limit) {
        var rising = p < threshold;
        var distance = Math.abs(p - threshold) - MARGIN;
        var last = (limit == null ? HORIZON : limit.toEpochDay() - asOf.toEpochDay()) - 1;
        if (last < 1 || movement(level, rising, asOf, asOf.plusDays(last)) < distance) {
            return null;
        }
        var same = 0L;
        var crossed = last;
        while (crossed - same > 1) {
            var middle = (same + crossed) >>> 1;
            if (movement(level, rising, asOf, asOf.plusDays(middle)) < distance) {
                same = middle;
            } else {
                crossed = middle;
            }
        }
        return asOf.plusDays(crossed);
    }

    /** How far the skills' probabilities move in that direction between the days. */
    private static double movement(LevelCheck level, boolean rising, LocalDate from, LocalDate to) {
        var sum = 0.0;
        for (var i = 0; i < level.requirements().size(); i++) {
            var reading = level.readings().get(i);
            if (reading != null) {
                var proficiency = level.requirements().get(i).proficiency();
                var before = reading.on(from).z(proficiency);
                if (before < 0 == rising) {
                    sum += Math.abs(Normal.cumulative(reading.on(to).z(proficiency)) - Normal.cumulative(before));
                }
            }
        }
        return sum;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }
}
