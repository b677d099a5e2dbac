package dev.skillladder.catalog.difference;

import dev.skillladder.catalog.document.Elements;
import dev.skillladder.catalog.document.Place;
import dev.skillladder.catalog.document.Texts;
import dev.skillladder.contract.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What things are called in two documents: as in the later one, or else as in the earlier one. */
final class Names {

    private static final List<Thing> NAMED =
            List.of(Thing.CATEGORY, Thing.HALF_LIFE, Thing.SKILL, Thing.ROLE, Thing.DEVELOPMENT_ACTION);

    private final Map<Thing, Map<String, Text>> names = new HashMap<>();
    private final Map<String, Map<String, Text>> levels = new HashMap<>();
    private final Map<String, String> ladders = new HashMap<>();
    private final List<JsonNode> documents;
    private @Nullable Map<String, Place> texts;

    Names(JsonNode before, JsonNode after) {
        documents = List.of(before, after);
        read(before);
        read(after);
    }

    /** The place of the text with that path; null if neither document has it. */
    @Nullable Place text(String path) {
        Map<String, Place> known = texts;
        if (known == null) {
            known = new HashMap<>();
            for (JsonNode document : documents) {
                for (Map.Entry<String, Texts.Found> text : Texts.in(document).entrySet()) {
                    known.put(text.getKey(), text.getValue().place());
                }
            }
            texts = known;
        }
        return known.get(path);
    }

    Text of(Thing thing, @Nullable String id) {
        String key = id == null ? "" : id;
        return quoted(names.getOrDefault(thing, Map.of()).get(key), key);
    }

    Text levelOfLadder(@Nullable String ladder, @Nullable String level) {
        String key = level == null ? "" : level;
        return quoted(levels.getOrDefault(ladder, Map.of()).get(key), key);
    }

    Text levelOfRole(@Nullable String role, @Nullable String level) {
        return levelOfLadder(ladders.get(role), level);
    }

    static Text quoted(@Nullable Text name, String id) {
        String zh = name == null || name.zh().isBlank() ? id : name.zh();
        String en = name == null || name.en().isBlank() ? id : name.en();
        return new Text("“" + zh + "”", "“" + en + "”");
    }

    private void read(JsonNode document) {
        for (Thing thing : NAMED) {
            each(
                    Place.TOP.property(thing.pattern()),
                    document.path(thing.pattern()),
                    (id, element) -> names.computeIfAbsent(thing, any -> new HashMap<>())
                            .put(id, Texts.text(element.get("name"))));
        }
        Place place = Place.TOP.property("ladders");
        each(
                place,
                document.path("ladders"),
                (ladder, element) -> each(
                        place.element(ladder).property("levels"),
                        element.path("levels"),
                        (level, rung) -> levels.computeIfAbsent(ladder, any -> new HashMap<>())
                                .put(level, Texts.text(rung.get("name")))));
        each(
                Place.TOP.property("roles"),
                document.path("roles"),
                (role, element) -> ladders.put(role, element.path("ladder").asString("")));
    }

    private static void each(Place place, JsonNode list, Entry entry) {
        if (Elements.areIn(list)) {
            Elements.of(place, list).forEach(entry::read);
        }
    }

    private interface Entry {

        void read(String id, JsonNode element);
    }
}
