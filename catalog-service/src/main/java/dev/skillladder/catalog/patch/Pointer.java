package dev.skillladder.catalog.patch;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An RFC 6901 pointer, read strictly: a lone {@code ~} is refused.
 *
 * @param tokens unescaped, outermost first; none for the whole document
 */
record Pointer(List<String> tokens) {

    private static final Pattern VALID = Pattern.compile("(?:/(?:[^/~]|~[01])*+)*+");

    /** Ids are short; a longer pointer leads nowhere. */
    private static final int LONGEST = 1_000;

    static boolean isValid(String pointer) {
        return pointer.length() <= LONGEST && VALID.matcher(pointer).matches();
    }

    static Pointer of(String pointer) {
        return pointer.isEmpty()
                ? new Pointer(List.of())
                : new Pointer(Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(token -> token.replace("~1", "/").replace("~0", "~"))
                        .toList());
    }

    boolean isTop() {
        return tokens.isEmpty();
    }

    Pointer around() {
        return new Pointer(tokens.subList(0, tokens.size() - 1));
    }

    String last() {
        return tokens.getLast();
    }

    /** Whether the other place is inside this one. */
    boolean contains(Pointer other) {
        return other.tokens.size() > tokens.size()
                && other.tokens.subList(0, tokens.size()).equals(tokens);
    }
}
