package dev.skillladder.assessment.rating;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days ratings can speak of. */
public final class Days {

    /** Nothing from before this product's skills existed counts for anything today. */
    public static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private Days() {}

    /** Why ratings cannot speak of this day, null if they can. */
    public static @Nullable String refusal(LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            return "%s lies ahead; today is %s (UTC).".formatted(day, today);
        }
        return day.isBefore(EARLIEST) ? "%s is too long ago; the first day is %s.".formatted(day, EARLIEST) : null;
    }

    /** The given day, or today where none or an impossible one is given. */
    public static LocalDate possible(@Nullable LocalDate day, LocalDate today) {
        return day == null || refusal(day, today) != null ? today : day;
    }
}
