package dev.skillladder.assessment.report;

/** Keeps a text from being run as a formula when the file is opened in a spreadsheet (OWASP ASVS 1.2.10). */
final class SpreadsheetText {

    /** What starts a formula, also in full width, which spreadsheets may fold to ASCII. */
    private static final String STARTERS = "=+-@＝＋－＠";

    private SpreadsheetText() {}

    /** The text, with an apostrophe in front if a spreadsheet could take it for a formula; blanks before it do not help. */
    static String of(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\t' || c == '\r' || c == '\n' || c == 0 || STARTERS.indexOf(c) >= 0) {
                return "'" + text;
            }
            if (!isBlank(c)) {
                return text;
            }
        }
        return text;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
