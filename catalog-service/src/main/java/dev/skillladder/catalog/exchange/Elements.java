package dev.skillladder.catalog.exchange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a document apart into what an import tells apart, in the document's order. */
final class Elements {

    private final Map<Element, Located> found = new LinkedHashMap<>();

    private Elements() {}

    static Map<Element, Located> of(ObjectNode document) {
        Elements elements = new Elements();
        elements.document(document);
        return elements.found;
    }

    private void document(ObjectNode document) {
        ObjectNode rest = document.objectNode();
        document.properties().forEach(property -> {
            if (!(property.getValue() instanceof ArrayNode list)) {
                rest.set(property.getKey(), property.getValue());
            } else if (list.valueStream().allMatch(element -> element.has("id"))) {
                list(property.getKey(), list);
            } else {
                rest.set(property.getKey(), list);
            }
        });
        if (!rest.isEmpty()) {
            add("document", "", rest, "");
        }
    }

    private void list(String kind, ArrayNode list) {
        for (int index = 0; index < list.size(); index++) {
            ObjectNode element = ((ObjectNode) list.get(index)).objectNode();
            element.setAll((ObjectNode) list.get(index));
            String pointer = "/" + kind + "/" + index;
            switch (kind) {
                case "skills" -> owner(kind, element, "behaviours", Sketch::step, pointer);
                case "roles" -> owner(kind, element, "requirements", Sketch::levelAndSkill, pointer);
                default ->
                    add(kind, Sketch.id(element), element, pointer); // lists in these are few and change with them
            }
        }
    }

    private void owner(String kind, ObjectNode element, String nested, Function<JsonNode, String> key, String pointer) {
        JsonNode list = element.remove(nested);
        String id = Sketch.id(element);
        add(kind, id, element, pointer);
        for (int index = 0; list != null && index < list.size(); index++) {
            JsonNode each = list.get(index);
            add(nested, id + "/" + key.apply(each), each, pointer + "/" + nested + "/" + index);
        }
    }

    /** A draft may have an id twice; the second is told from the first. */
    private void add(String kind, String id, JsonNode content, String pointer) {
        Element element = new Element(kind, id);
        for (int copy = 2; found.containsKey(element); copy++) {
            element = new Element(kind, id + " (" + copy + ")");
        }
        found.put(element, new Located(content, pointer));
    }

    /** An element's own content, without the elements in it, and where it stands in the document. */
    record Located(JsonNode content, String pointer) {}
}
