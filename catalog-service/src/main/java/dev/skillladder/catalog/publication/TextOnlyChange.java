package dev.skillladder.catalog.publication;

import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether two documents differ in nothing but what people read or search by, so that no level can change. */
final class TextOnlyChange {

    /** Properties of FrameworkDocument that no rule looks at, at any depth. */
    static final Set<String> TEXTS = Set.of("name", "description", "text", "differs", "shared", "source", "synonyms");

    private TextOnlyChange() {}

    static boolean between(JsonNode before, JsonNode after) {
        return withoutTexts(before).equals(withoutTexts(after));
    }

    private static JsonNode withoutTexts(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode rest = object.objectNode();
                object.properties().stream()
                        .filter(property -> !TEXTS.contains(property.getKey()))
                        .forEach(property -> rest.set(property.getKey(), withoutTexts(property.getValue())));
                yield rest;
            }
            case ArrayNode array -> {
                ArrayNode rest = array.arrayNode();
                array.forEach(element -> rest.add(withoutTexts(element)));
                yield rest;
            }
            default -> node;
        };
    }
}
