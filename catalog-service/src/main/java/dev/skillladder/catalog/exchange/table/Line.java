package dev.skillladder.catalog.exchange.table;

import dev.skillladder.catalog.exchange.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row below the header, read by column. */
record Line(Map<Column, Integer> header, List<String> cells, Place place) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.,][0-9]{1,9})?");
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "x", "是", "必备", "√", "✓");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "", "否", "非必备");

    boolean has(Column column) {
        return header.containsKey(column);
    }

    /** As it stands; empty if the column is not there or the row is shorter. */
    String text(Column column) {
        Integer index = header.get(column);
        String cell = index == null || index >= cells.size() ? "" : cells.get(index);
        if (cell.codePoints().anyMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF))) {
            throw new CellRefused(column, column.named() + " holds a character that cannot be stored; remove it.");
        }
        return cell;
    }

    /** Does something with a cell if the column is there at all; an empty cell is null. */
    void ifThere(Column column, Consumer<@Nullable String> use) {
        if (has(column)) {
            String text = text(column);
            use.accept(text.isBlank() ? null : text);
        }
    }

    String slug(Column column) {
        String slug = text(column).strip();
        if (!SLUG.matcher(slug).matches()) {
            throw new CellRefused(
                    column, "%s is '%s'; an id is 1 to 64 of a-z, 0-9 and -.".formatted(column.named(), shown(slug)));
        }
        return slug;
    }

    BigDecimal number(Column column) {
        String number = text(column).strip();
        if (!NUMBER.matcher(number).matches()) {
            throw new CellRefused(column, "%s is '%s'; write a number.".formatted(column.named(), shown(number)));
        }
        return new BigDecimal(number.replace(',', '.'));
    }

    int whole(Column column) {
        BigDecimal number = number(column);
        if (number.stripTrailingZeros().scale() > 0) {
            throw new CellRefused(column, "%s is %s; write a whole number.".formatted(column.named(), number));
        }
        return number.intValue();
    }

    boolean yes(Column column) {
        String answer = text(column).strip().toLowerCase(Locale.ROOT);
        if (!YES.contains(answer) && !NO.contains(answer)) {
            throw new CellRefused(
                    column, "%s is '%s'; write true or false, 是 or 否.".formatted(column.named(), shown(answer)));
        }
        return YES.contains(answer);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
