package dev.skillladder.catalog.request;

import dev.skillladder.catalog.problem.Refusal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next pass it as {@code after} to get the next page; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Largest page. */
    public static final int MAX = 200;

    /** A page of at most {@code limit} items out of one more than that, which says whether there is a next page. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /** The asked page size, refused outside 1-200. */
    public static int limit(int asked) {
        if (asked < 1 || asked > MAX) {
            throw Refusal.badRequest("bad-limit", "limit is " + asked + "; it must be 1 to " + MAX + ".");
        }
        return asked;
    }
}
