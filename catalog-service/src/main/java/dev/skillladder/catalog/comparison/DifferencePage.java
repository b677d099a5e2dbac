package dev.skillladder.catalog.comparison;

import dev.skillladder.catalog.comparison.Comparison.Side;
import dev.skillladder.catalog.difference.Change;
import dev.skillladder.catalog.difference.ChangeType;
import dev.skillladder.catalog.document.Texts;
import dev.skillladder.contract.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** A comparison as one page without scripts: sentences, and texts side by side. Every value is escaped. */
final class DifferencePage {

    /** More than anybody reads on a page; the rest is counted, and listed in JSON. */
    static final int MOST = 2_000;

    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
            table{border-collapse:collapse;width:100%}
            th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}
            section{break-inside:avoid-page}
            del,ins{display:block;white-space:pre-wrap;text-decoration:none}
            del{background:#fdeaea}ins{background:#e9f7ec}
            del::before{content:"− "}ins::before{content:"+ "}
            @media print{body{margin:0;max-width:none}del{text-decoration:line-through}ins{text-decoration:underline}}
            """;

    private final Comparison comparison;
    private final Language language;
    private final StringBuilder html = new StringBuilder();

    private DifferencePage(Comparison comparison, Language language) {
        this.comparison = comparison;
        this.language = language;
    }

    /** Whether the caller prefers a page: browsers name it first, programs do not name it. */
    static boolean isAsked(@Nullable String accept) {
        if (accept == null) {
            return false;
        }
        for (MediaType type : MediaType.parseMediaTypes(accept)) {
            if (type.equalsTypeAndSubtype(MediaType.TEXT_HTML)) {
                return true;
            }
            if (type.includes(MediaType.APPLICATION_JSON)) {
                return false;
            }
        }
        return false;
    }

    static ResponseEntity<Object> answer(Comparison comparison, Language language) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Language", language.tag())
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
                .body(new DifferencePage(comparison, language).html());
    }

    private String html() {
        String title = say("能力框架 " + comparison.framework() + " 的差异", "Changes of framework " + comparison.framework());
        html.append("<!DOCTYPE html><html lang=\"").append(language.tag()).append("\"><head><meta charset=\"utf-8\">");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        element("title", title);
        html.append("<style>").append(STYLE).append("</style></head><body><main>");
        element("h1", title);
        element("p", side(comparison.from()) + " → " + side(comparison.to()));
        element("p", verdict());
        summary();
        sections();
        return html.append("</main></body></html>").toString();
    }

    private String side(Side side) {
        if (side.version() != null) {
            return say("版本 " + side.version(), "Version " + side.version());
        }
        if (side.draft() != null) {
            return say("草稿第 " + side.revision() + " 次修订", "Draft, revision " + side.revision());
        }
        return say("尚无版本", "Nothing published yet");
    }

    private String verdict() {
        if (comparison.changes().isEmpty()) {
            return say("没有差异。", "Nothing differs.");
        }
        return comparison.textOnly()
                ? say("只有文字变化，不影响任何人的级别。", "Only texts differ: no level can change.")
                : say("不只是文字变化，级别可能改变。", "More than texts differ: levels can change.");
    }

    private void summary() {
        if (comparison.changes().isEmpty()) {
            return;
        }
        html.append("<table><thead><tr>");
        header("col", say("类型", "Type"));
        header("col", say("数量", "Number"));
        html.append("</tr></thead><tbody>");
        for (Map.Entry<ChangeType, Integer> count : comparison.counts().entrySet()) {
            html.append("<tr>");
            header("row", language.of(count.getKey().label()));
            element("td", count.getValue().toString());
            html.append("</tr>");
        }
        html.append("</tbody></table>");
    }

    private void sections() {
        List<Change> shown = comparison.changes().stream().limit(MOST).toList();
        for (ChangeType type : comparison.counts().keySet()) {
            List<Change> same =
                    shown.stream().filter(change -> change.type() == type).toList();
            if (!same.isEmpty()) {
                element("h2", language.of(type.label()));
                html.append("<ul>");
                same.forEach(this::change);
                html.append("</ul>");
            }
        }
        int left = comparison.changes().size() - shown.size();
        if (left > 0) {
            element("p", say("另有 " + left + " 项差异未列出。", left + " more changes are not listed here."));
        }
    }

    private void change(Change change) {
        html.append("<li>").append(escaped(language.of(change.sentence())));
        if (Texts.isText(change.before()) || Texts.isText(change.after())) {
            Text before = Texts.text(change.before());
            Text after = Texts.text(change.after());
            values("zh", before.zh(), after.zh());
            values("en", before.en(), after.en());
        } else if (isPlain(change.before())
                && isPlain(change.after())
                && change.type().isText()) {
            values(language.tag(), plain(change.before()), plain(change.after()));
        }
        html.append("</li>");
    }

    private void values(String tag, String before, String after) {
        if (before.equals(after)) {
            return;
        }
        value("del", tag, before);
        value("ins", tag, after);
    }

    private void value(String element, String tag, String text) {
        if (!text.isEmpty()) {
            html.append('<').append(element).append(" lang=\"").append(tag).append("\">");
            html.append(escaped(text)).append("</").append(element).append('>');
        }
    }

    private static boolean isPlain(@Nullable JsonNode value) {
        return value == null || value.isString();
    }

    private static String plain(@Nullable JsonNode value) {
        return value == null ? "" : value.asString("");
    }

    private void header(String scope, String text) {
        html.append("<th scope=\"")
                .append(scope)
                .append("\">")
                .append(escaped(text))
                .append("</th>");
    }

    private void element(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append('>');
    }

    private String say(String zh, String en) {
        return language.of(new Text(zh, en));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
