package dev.skillladder.profile.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next what to pass as {@code after} to go on; null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Of rows read with {@link PageRequest#rows}, one more than asked for if there is a next page. */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, String> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, PageRequest.cursor(key.apply(items.getLast())));
    }
}
