package dev.skillladder.catalog.exchange.table;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking a text in a CSV file for a formula: an apostrophe before what could begin one. A text
 * that has such apostrophes itself gets one more, so that reading takes exactly one away.
 */
final class FormulaGuard {

    /** Blanks before it do not help, and full width is folded to ASCII by some programs. */
    private static final Pattern DANGEROUS =
            Pattern.compile("'*[\\s\\p{Z}\\p{Cf}]*[=+\\-@\\t\\r\\n\\x00＝＋－＠].*", Pattern.DOTALL);

    private FormulaGuard() {}

    static String guarded(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    static String plain(String cell) {
        return cell.startsWith("'") && DANGEROUS.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
