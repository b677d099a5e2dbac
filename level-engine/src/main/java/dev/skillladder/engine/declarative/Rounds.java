package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Rounding;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rounds where, and only where, a rule says so. */
final class Rounds {

    private Rounds() {}

    static Exact apply(@Nullable Rounding rounding, Exact value) {
        var mode = rounding == null ? null : mode(rounding);
        return mode == null || rounding == null
                ? value
                : value.rounded(mode, Objects.requireNonNullElse(rounding.digits(), 0));
    }

    private static @Nullable RoundingMode mode(Rounding rounding) {
        return switch (rounding.mode()) {
            case NONE -> null;
            case DOWN -> RoundingMode.DOWN;
            case UP -> RoundingMode.UP;
            case HALF_UP -> RoundingMode.HALF_UP;
            case HALF_DOWN -> RoundingMode.HALF_DOWN;
            case HALF_EVEN -> RoundingMode.HALF_EVEN;
        };
    }
}
