package dev.skillladder.catalog.freshness;

import dev.skillladder.catalog.document.Texts;
import dev.skillladder.catalog.document.Texts.Found;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument.OutOfDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Which texts are out of date. Only the server says so; texts keep their marks wherever they stand. */
public final class Freshness {

    private static final List<String> LANGUAGES = List.of("zh", "en");

    private Freshness() {}

    /**
     * The marks after an edit. Editing one language marks the other, unless it was empty or is edited too; editing the
     * marked language clears its mark and marks nothing: it caught up.
     */
    public static List<OutOfDate> afterEdit(JsonNode before, JsonNode after) {
        Map<String, Found> texts = Texts.in(before);
        Set<OutOfDate> marked = marks(before);
        List<OutOfDate> now = new ArrayList<>();
        Texts.in(after).forEach((path, found) -> {
            Found was = texts.get(path);
            if (was != null) {
                LANGUAGES.stream()
                        .filter(language -> isOutOfDate(path, language, was.text(), found.text(), marked))
                        .forEach(language -> now.add(new OutOfDate(path, language)));
            }
        });
        return now;
    }

    /** The marks of a document that somebody brings along, without those of texts it does not have. */
    public static List<OutOfDate> brought(JsonNode document) {
        Set<OutOfDate> marked = marks(document);
        List<OutOfDate> kept = new ArrayList<>();
        Texts.in(document)
                .keySet()
                .forEach(path -> LANGUAGES.stream()
                        .map(language -> new OutOfDate(path, language))
                        .filter(marked::contains)
                        .forEach(kept::add));
        return kept;
    }

    private static Set<OutOfDate> marks(JsonNode document) {
        return document.path("outOfDate")
                .valueStream()
                .map(mark -> new OutOfDate(
                        mark.path("text").asString(""), mark.path("language").asString("")))
                .collect(Collectors.toSet());
    }

    private static boolean isOutOfDate(String path, String language, Text was, Text is, Set<OutOfDate> marked) {
        String other = language.equals("zh") ? "en" : "zh";
        if (in(language, is).isBlank() || !in(language, was).equals(in(language, is))) {
            return false;
        }
        boolean otherEdited = !in(other, was).isBlank() && !in(other, was).equals(in(other, is));
        return marked.contains(new OutOfDate(path, language))
                || (otherEdited && !marked.contains(new OutOfDate(path, other)));
    }

    private static String in(String language, Text text) {
        return language.equals("zh") ? text.zh() : text.en();
    }
}
