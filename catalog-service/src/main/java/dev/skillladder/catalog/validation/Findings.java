package dev.skillladder.catalog.validation;

import dev.skillladder.contract.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong. Documents come from JSON, so that anything the contract calls non-null may be null here; the
 * checks take such values and report them.
 */
final class Findings {

    /** More than anybody reads; keeps a hostile document from filling the memory. */
    static final int MOST = 10_000;

    static final Text CHINESE = new Text("中文", "Chinese");
    static final Text ENGLISH = new Text("英文", "English");

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");
    private static final int LONGEST_VALUE = 80;

    private final List<Finding> found = new ArrayList<>();

    List<Finding> all() {
        return List.copyOf(found);
    }

    /** Adds a finding; the values fill the message in both languages. */
    void add(String pointer, Code code, Object... values) {
        if (found.size() == MOST) {
            found.add(finding("", Code.AND_MORE));
        } else if (found.size() < MOST) {
            found.add(finding(pointer, code, values));
        }
    }

    /** For values that read differently in the two languages. */
    void add(String pointer, Code code, Text value) {
        if (found.size() < MOST) {
            found.add(new Finding(pointer, code, code.severity(), new Text(code.zh(value.zh()), code.en(value.en()))));
        }
    }

    /** Something the contract needs is not there. */
    void missing(String pointer) {
        add(pointer, Code.MISSING);
    }

    /** A line such as a source that is not blank. */
    void line(String pointer, @Nullable String line) {
        if (line == null || line.isBlank()) {
            missing(pointer);
        }
    }

    /** A text in both languages. */
    void text(String pointer, @Nullable Text text) {
        if (text == null) {
            missing(pointer);
            return;
        }
        language(pointer + "/zh", text.zh(), CHINESE);
        language(pointer + "/en", text.en(), ENGLISH);
    }

    private void language(String pointer, @Nullable String text, Text language) {
        if (text == null || text.isBlank()) {
            add(pointer, Code.TEXT_MISSING, language);
        }
    }

    /** An id that no earlier element has; {@code earlier} grows with it. */
    void id(String pointer, @Nullable String id, Set<String> earlier) {
        if (id == null) {
            missing(pointer);
        } else if (!SLUG.matcher(id).matches()) {
            add(pointer, Code.BAD_SLUG, id);
        } else if (!earlier.add(id)) {
            add(pointer, Code.DUPLICATE_ID, id);
        }
    }

    /** A reference to something that exists. */
    boolean reference(String pointer, @Nullable String id, Set<String> known, Code unknown) {
        if (id == null) {
            missing(pointer);
            return false;
        }
        if (!known.contains(id)) {
            add(pointer, unknown, id);
            return false;
        }
        return true;
    }

    /** References to things that exist, none twice. */
    void references(String pointer, @Nullable List<String> ids, Set<String> known, Code unknown) {
        Set<String> earlier = new HashSet<>();
        each(pointer, ids, (at, id) -> {
            if (reference(at, id, known, unknown) && !earlier.add(id)) {
                add(at, Code.DUPLICATE_REFERENCE, id);
            }
        });
    }

    /** Checks every element that is there; reports a list and elements that are not. */
    <T> void each(String pointer, @Nullable List<T> list, Check<T> check) {
        if (list == null) {
            missing(pointer);
            return;
        }
        for (int index = 0; index < list.size(); index++) {
            T element = list.get(index);
            String at = pointer + "/" + index;
            if (element == null) {
                missing(at);
            } else {
                check.on(at, element);
            }
        }
    }

    /** As {@link #each}, for a list that needs at least one element. */
    <T> void some(String pointer, @Nullable List<T> list, Check<T> check) {
        if (list != null && list.isEmpty()) {
            add(pointer, Code.EMPTY);
        }
        each(pointer, list, check);
    }

    private static Finding finding(String pointer, Code code, Object... values) {
        Object[] shown = Arrays.stream(values).map(Findings::shown).toArray();
        return new Finding(pointer, code, code.severity(), new Text(code.zh(shown), code.en(shown)));
    }

    private static String shown(Object value) {
        String text = Objects.toString(value);
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    /** Looks at one element. */
    interface Check<T> {

        void on(String pointer, T element);
    }
}
