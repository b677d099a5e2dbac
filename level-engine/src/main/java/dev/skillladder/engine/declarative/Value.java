package dev.skillladder.engine.declarative;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one skill or group. Truths are numbers too: 0 and 1.
 *
 * @param low what it is at least: counts for the verified level; null fails whatever it is part of
 * @param high what it is at most: counts for the possible level; null as for {@code low}
 * @param most the most it could be
 * @param absent nothing in it counts for this person; the numbers mean nothing then
 */
record Value(@Nullable Exact low, @Nullable Exact high, Exact most, boolean absent) {

    static final Value ABSENT = new Value(null, null, Exact.ZERO, true);

    static Value of(Exact value, Exact most) {
        return new Value(value, value, most, false);
    }

    static Value truth(boolean low, boolean high) {
        return new Value(low ? Exact.ONE : Exact.ZERO, high ? Exact.ONE : Exact.ZERO, Exact.ONE, false);
    }

    /** Both ends and the most changed alike, by something that keeps their order. */
    Value map(UnaryOperator<Exact> change) {
        return absent
                ? this
                : new Value(
                        low == null ? null : change.apply(low),
                        high == null ? null : change.apply(high),
                        change.apply(most),
                        false);
    }
}
