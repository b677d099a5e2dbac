package dev.skillladder.catalog.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The elements of a document's lists by what names them, so that they are the same wherever they stand: mostly
 * {@code id}, else what is unique among their neighbours. Lists of plain values have no elements; they are one value.
 */
public final class Elements {

    /** Lists whose elements are named by something else than {@code id}; the key is the list's {@link Place#pattern}. */
    private static final Map<String, Function<JsonNode, @Nullable String>> NAMED_BY = Map.of(
            "scale.steps", by("value"),
            "skills.behaviours", by("step"),
            "roles.requirements", by("level", "skill"),
            "transfers", by("from", "to"),
            "transfers.carriesOver", by("skill"),
            "programme.entry", by("skill"),
            "programme.milestones", by("month"),
            "programme.milestones.proficiencies", by("skill"),
            "goldenProfiles.observations", by("skill", "kind", "source", "observedOn"),
            "outOfDate", by("text", "language"));

    private static final Function<JsonNode, @Nullable String> BY_ID = by("id");

    private Elements() {}

    /** Whether the value is a list of objects rather than of plain values. */
    public static boolean areIn(@Nullable JsonNode list) {
        return list != null && list.isArray() && list.valueStream().anyMatch(JsonNode::isObject);
    }

    /** The elements in their order by name; a name that is there already gets its position behind it. */
    public static Map<String, JsonNode> of(Place place, JsonNode list) {
        Function<JsonNode, @Nullable String> name = name(place.pattern());
        Map<String, JsonNode> elements = LinkedHashMap.newLinkedHashMap(list.size());
        for (int index = 0; index < list.size(); index++) {
            JsonNode element = list.get(index);
            String named = Objects.requireNonNullElse(name.apply(element), "");
            String unique = named.isEmpty() || elements.containsKey(named) ? named + "#" + index : named;
            elements.put(unique, element);
        }
        return elements;
    }

    private static Function<JsonNode, @Nullable String> name(String pattern) {
        if (pattern.equals("mappings")) {
            return Elements::origins;
        }
        return NAMED_BY.getOrDefault(pattern, BY_ID);
    }

    private static Function<JsonNode, @Nullable String> by(String... properties) {
        return element -> {
            List<String> values = new ArrayList<>(properties.length);
            for (String property : properties) {
                JsonNode value = element.get(property);
                if (value == null || !value.isValueNode()) {
                    return null;
                }
                values.add(value.asString());
            }
            return String.join(":", values);
        };
    }

    /** A mapping is named by the skills that it ends. */
    private static String origins(JsonNode mapping) {
        return mapping.path("from").valueStream().map(JsonNode::asString).collect(Collectors.joining("+"));
    }
}
