package dev.skillladder.catalog.exchange.moodle;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * The text of an HTML fragment: no tag, script, style or comment is left; paragraphs and list items become lines. One
 * pass, so that no input makes it slow. What it returns is text, to be escaped like any other where it is shown.
 */
final class HtmlText {

    private static final Set<String> LINES =
            Set.of("br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote");
    private static final Set<String> WITHOUT_TEXT = Set.of("script", "style", "template", "head", "title");
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\f\\u00A0]+");
    private static final Pattern LINE_ENDS = Pattern.compile(" ?\\n[ \\n]*");

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        return new HtmlText(html.replace('\r', '\n').replace('\n', ' ')).text();
    }

    private String text() {
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            if (tag < 0 || tag + 1 == html.length()) {
                text.append(html, at, html.length());
                break;
            }
            text.append(html, at, tag);
            at = tag;
            markup();
        }
        String unescaped = HtmlUtils.htmlUnescape(text.toString());
        return LINE_ENDS
                .matcher(BLANKS.matcher(unescaped).replaceAll(" "))
                .replaceAll("\n")
                .strip();
    }

    private void markup() {
        if (html.startsWith("<!--", at)) {
            skipPast("-->");
        } else if (isTag(html.charAt(at + 1))) {
            tag();
        } else {
            text.append(html.charAt(at++)); // 3 < 4
        }
    }

    private void tag() {
        int end = at + 1;
        while (end < html.length() && (Character.isLetterOrDigit(html.charAt(end)) || html.charAt(end) == '/')) {
            end++;
        }
        String name = html.substring(at + 1, end).toLowerCase(Locale.ROOT);
        skipPast(">");
        if (LINES.contains(name.replace("/", ""))) {
            text.append('\n');
        } else if (WITHOUT_TEXT.contains(name)) {
            skipElement(name);
        }
    }

    /** Without an end the rest has no text. */
    private void skipElement(String name) {
        String end = "</" + name;
        while (at < html.length() && !html.regionMatches(true, at, end, 0, end.length())) {
            at++;
        }
        skipPast(">");
    }

    private void skipPast(String end) {
        int found = html.indexOf(end, at);
        at = found < 0 ? html.length() : found + end.length();
    }

    private static boolean isTag(char next) {
        return Character.isLetter(next) || next == '/' || next == '!' || next == '?';
    }
}
