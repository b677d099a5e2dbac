package dev.skillladder.catalog.exchange.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Several values in one cell: {@code one; two}, with a backslash before a semicolon that belongs to a value. */
final class ListCell {

    private static final Pattern SPECIAL = Pattern.compile("[\\\\;；\\n\\r]|^\\s|\\s$");

    /** A character after a backslash, or one that separates, or any other. */
    private static final Pattern TOKEN =
            Pattern.compile("\\\\(?<kept>.)|(?<end>[;；\\n\\r])|(?<plain>.)", Pattern.DOTALL);

    private ListCell() {}

    static String write(List<String> values) {
        return values.stream()
                .map(value ->
                        SPECIAL.matcher(value).replaceAll(found -> Matcher.quoteReplacement("\\" + found.group())))
                .collect(Collectors.joining("; "));
    }

    static List<String> read(String cell) {
        List<String> values = new ArrayList<>();
        Value value = new Value();
        Matcher tokens = TOKEN.matcher(cell);
        while (tokens.find()) {
            if (tokens.group("end") != null) {
                value.endInto(values);
                value = new Value();
            } else if (tokens.group("kept") != null) {
                value.keep(tokens.group("kept"));
            } else {
                value.add(tokens.group("plain"));
            }
        }
        value.endInto(values);
        return values;
    }

    /** A value while it is read; blanks around it go, kept ones stay. */
    private static final class Value {

        private final StringBuilder text = new StringBuilder();
        private int keptUntil;

        void keep(String character) {
            text.append(character);
            keptUntil = text.length();
        }

        void add(String character) {
            if (!text.isEmpty() || !character.isBlank()) {
                text.append(character);
            }
        }

        void endInto(List<String> values) {
            String whole =
                    text.substring(0, keptUntil) + text.substring(keptUntil).stripTrailing();
            if (!whole.isEmpty()) {
                values.add(whole);
            }
        }
    }
}
