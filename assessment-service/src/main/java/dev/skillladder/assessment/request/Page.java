package dev.skillladder.assessment.request;

import dev.skillladder.assessment.problem.BadRequest;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param next what to send as {@code after} for the following part, null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    private static final int MAX = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** Refuses page sizes outside 1-200. */
    public static int limit(int limit) {
        if (limit < 1 || limit > MAX) {
            throw new BadRequest("A page holds 1 to %d items; limit is %d.".formatted(MAX, limit));
        }
        return limit;
    }

    /** The page of at most {@code limit} rows out of one more than that, if there are more. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, Cursor> position) {
        return oneMore.size() <= limit
                ? new Page<>(oneMore, null)
                : new Page<>(
                        oneMore.subList(0, limit),
                        position.apply(oneMore.get(limit - 1)).toString());
    }
}
