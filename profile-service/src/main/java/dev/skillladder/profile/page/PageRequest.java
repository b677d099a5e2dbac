package dev.skillladder.profile.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skillladder.profile.problem.BadParameter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit most items to answer, 1-200
 * @param after the key of the last item seen, empty at the start
 */
public record PageRequest(int limit, String after) {

    public PageRequest {
        if (limit < 1 || limit > 200) {
            throw new BadParameter("limit must lie between 1 and 200.");
        }
    }

    /** From the query parameters; {@code after} is what a page gave as {@code next}. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String after) {
        return new PageRequest(limit == null ? 50 : limit, after == null ? "" : key(after));
    }

    /** Most rows to read: one more shows whether there is a next page. */
    public int rows() {
        return limit + 1;
    }

    static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
    }

    private static String key(String cursor) {
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            if (cursor(key).equals(cursor) && key.codePoints().noneMatch(Character::isISOControl)) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, like every other cursor that is not ours
        }
        throw new BadParameter("after must be the next of an earlier page; leave it out to start from the beginning.");
    }
}
