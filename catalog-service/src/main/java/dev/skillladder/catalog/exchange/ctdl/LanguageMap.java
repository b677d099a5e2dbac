package dev.skillladder.catalog.exchange.ctdl;

import dev.skillladder.catalog.exchange.Outline.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON-LD text: a language map, a value with {@code @language}, a plain string (English by CTDL's default), or a list of
 * these. Of several Chinese spellings the simplified one counts.
 */
final class LanguageMap {

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private LanguageMap() {}

    static LanguageMap of(JsonNode text) {
        LanguageMap map = new LanguageMap();
        map.add("en", text);
        return map;
    }

    private void add(String language, JsonNode text) {
        if (text.isString()) {
            values.computeIfAbsent(language, unknown -> new ArrayList<>()).add(text.asString());
        } else if (text.isArray()) {
            text.forEach(each -> add(language, each));
        } else if (text.has("@value")) {
            add(text.path("@language").asString(language), text.path("@value"));
        } else {
            text.properties().forEach(each -> add(each.getKey(), each.getValue()));
        }
    }

    Texts texts() {
        return new Texts(joined("zh"), joined("en"));
    }

    /** Lists such as keywords, by our languages. */
    Map<String, List<String>> lists() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String language : List.of("zh", "en")) {
            List<String> words = in(language);
            if (!words.isEmpty()) {
                lists.put(language, words);
            }
        }
        return lists;
    }

    private @Nullable String joined(String language) {
        List<String> texts = in(language);
        return texts.isEmpty() ? null : String.join("\n", texts);
    }

    private List<String> in(String language) {
        return values.entrySet().stream()
                .filter(each -> each.getKey().equals(language) || each.getKey().startsWith(language + "-"))
                .min((one, other) -> Boolean.compare(isTraditional(one.getKey()), isTraditional(other.getKey())))
                .map(Map.Entry::getValue)
                .orElse(List.of());
    }

    private static boolean isTraditional(String language) {
        return language.contains("Hant") || language.endsWith("-TW") || language.endsWith("-HK");
    }
}
