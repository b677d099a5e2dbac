package dev.skillladder.catalog.difference;

import dev.skillladder.catalog.document.Elements;
import dev.skillladder.catalog.document.Place;
import dev.skillladder.catalog.document.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Walks two documents together and notes every place where they differ; linear in their size. */
final class Walk {

    private final List<Found> found = new ArrayList<>();

    private Walk() {}

    static List<Found> differences(JsonNode before, JsonNode after) {
        Walk walk = new Walk();
        walk.compare(Place.TOP, before, after, false);
        return walk.found;
    }

    private void compare(Place place, @Nullable JsonNode before, @Nullable JsonNode after, boolean element) {
        if (Objects.equals(before, after) || (isNothing(before) && isNothing(after))) {
            return;
        }
        if (isList(before, after)) {
            elements(place, orEmpty(before), orEmpty(after));
        } else if (before != null && after != null && isObject(before) && isObject(after)) {
            properties(place, before, after);
        } else {
            found.add(new Found(place, before, after, element, false));
        }
    }

    private void properties(Place place, JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        names.forEach(name -> compare(place.property(name), before.get(name), after.get(name), false));
    }

    private void elements(Place place, JsonNode before, JsonNode after) {
        Map<String, JsonNode> earlier = Elements.of(place, before);
        Map<String, JsonNode> later = Elements.of(place, after);
        earlier.forEach((name, element) -> compare(place.element(name), element, later.get(name), true));
        later.forEach((name, element) -> {
            if (!earlier.containsKey(name)) {
                compare(place.element(name), null, element, true);
            }
        });
        List<String> oldOrder = common(earlier, later);
        List<String> newOrder = common(later, earlier);
        if (!oldOrder.equals(newOrder)) {
            found.add(new Found(place, names(oldOrder), names(newOrder), false, true));
        }
    }

    private static List<String> common(Map<String, JsonNode> these, Map<String, JsonNode> those) {
        return these.keySet().stream().filter(those::containsKey).toList();
    }

    private static ArrayNode names(List<String> names) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        names.forEach(array::add);
        return array;
    }

    /** Lists of elements on both sides; a list that is missing has none. */
    private static boolean isList(@Nullable JsonNode before, @Nullable JsonNode after) {
        return (Elements.areIn(before) || Elements.areIn(after)) && listOrAbsent(before) && listOrAbsent(after);
    }

    /** Documents written before a list existed lack it; that is as good as empty. */
    private static boolean isNothing(@Nullable JsonNode value) {
        return value == null || value.isNull() || (value.isArray() && value.isEmpty());
    }

    private static boolean listOrAbsent(@Nullable JsonNode value) {
        return value == null || value.isArray();
    }

    private static JsonNode orEmpty(@Nullable JsonNode list) {
        return list == null ? JsonNodeFactory.instance.arrayNode() : list;
    }

    /** Texts are one value, with both languages side by side. */
    private static boolean isObject(JsonNode value) {
        return value.isObject() && !Texts.isText(value);
    }
}
