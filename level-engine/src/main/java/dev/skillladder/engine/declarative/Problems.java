package dev.skillladder.engine.declarative;

import dev.skillladder.contract.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects why a rule cannot be used. Rules come from JSON, so that anything the contract calls given may be null here; the
 * checks take such values and report them.
 */
final class Problems {

    /** More than anybody reads. */
    private static final int MOST = 1_000;

    /** Numbers a rule may use: nine digits on either side of the point. */
    private static final int DIGITS = 9;

    /** More than this is not even looked at: arithmetic on 1e999999999 would take all memory. */
    private static final int MOST_DIGITS = 50;

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(DIGITS);
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");

    private final List<RuleProblem> found = new ArrayList<>();

    List<RuleProblem> all() {
        return List.copyOf(found);
    }

    boolean none() {
        return found.isEmpty();
    }

    void add(String pointer, String zh, String en) {
        if (found.size() < MOST) {
            found.add(new RuleProblem(pointer, new Text(zh, en)));
        }
    }

    /** Whether it is there. */
    boolean needed(String pointer, @Nullable Object value) {
        if (value == null) {
            add(pointer, "缺少必填内容", "This is needed");
        }
        return value != null;
    }

    /** Something that means nothing here. */
    void useless(String pointer, @Nullable Object value, String zh, String en) {
        if (value != null) {
            add(pointer, "此处不适用：仅用于" + zh, "This means nothing here: it belongs to " + en);
        }
    }

    /** Needed with some choices, meaningless with all others; whether it is there as it should be. */
    boolean onlyWith(boolean applies, String pointer, @Nullable Object value, String choice) {
        if (applies) {
            return needed(pointer, value);
        }
        useless(pointer, value, choice, choice);
        return false;
    }

    /** An id that no earlier element has. */
    void id(String pointer, @Nullable String id, Set<String> earlier) {
        if (!needed(pointer, id) || id == null) {
            return;
        }
        if (!SLUG.matcher(id).matches()) {
            add(
                    pointer,
                    "“" + shown(id) + "”不是有效的标识",
                    "'" + shown(id) + "' is not an id: use 1 to 64 of a-z, 0-9 and -");
        } else if (!earlier.add(id)) {
            add(pointer, "标识“" + id + "”已被使用", "The id '" + id + "' is used already");
        }
    }

    /** Something that exists. */
    boolean known(String pointer, @Nullable String id, Set<String> known, Text what) {
        if (!needed(pointer, id) || id == null) {
            return false;
        }
        if (!known.contains(id)) {
            add(pointer, "没有" + what.zh() + "“" + shown(id) + "”", "There is no " + what.en() + " '" + shown(id) + "'");
            return false;
        }
        return true;
    }

    /** Things that exist, none twice, at least one. */
    boolean known(String pointer, List<String> ids, Set<String> known, Text what) {
        var right = true;
        if (ids.isEmpty()) {
            add(pointer, "至少需要一项", "At least one is needed");
            return false;
        }
        var earlier = new HashSet<String>();
        for (var i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            if (!known(pointer + "/" + i, id, known, what)) {
                right = false;
            } else if (!earlier.add(id)) {
                add(pointer + "/" + i, "“" + id + "”重复", "'" + id + "' is there twice");
                right = false;
            }
        }
        return right;
    }

    /** A number small enough to compute with. */
    boolean decimal(String pointer, @Nullable BigDecimal number) {
        if (!needed(pointer, number) || number == null) {
            return false;
        }
        var hasTooManyDigits = number.precision() > MOST_DIGITS
                || Math.abs((long) number.scale()) > MOST_DIGITS
                || number.stripTrailingZeros().scale() > DIGITS;
        if (hasTooManyDigits || number.abs().compareTo(LARGEST) >= 0) {
            add(
                    pointer,
                    "数值超出范围：小数点前后最多 9 位",
                    "The number is out of range: at most nine digits on either side of the point");
            return false;
        }
        return true;
    }

    /** A number that is not below the least. */
    boolean atLeast(String pointer, @Nullable BigDecimal number, long least) {
        if (!decimal(pointer, number) || number == null) {
            return false;
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
            add(pointer, "不得小于 " + least, "It must not be below " + least);
            return false;
        }
        return true;
    }

    /** A number above zero. */
    boolean positive(String pointer, @Nullable BigDecimal number) {
        if (!decimal(pointer, number) || number == null) {
            return false;
        }
        if (number.signum() <= 0) {
            add(pointer, "必须大于 0", "It must be above 0");
            return false;
        }
        return true;
    }

    /** A whole number in a range. */
    void range(String pointer, @Nullable Integer number, int least, int most) {
        if (number != null && (number < least || number > most)) {
            add(pointer, "必须在 " + least + " 到 " + most + " 之间", "It must be between " + least + " and " + most);
        }
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
