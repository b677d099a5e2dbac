package dev.skillladder.catalog.document;

import dev.skillladder.contract.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The texts of a document, each with its place by names and its pointer by positions. */
public final class Texts {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final Set<String> NAMES = Set.of("name", "description", "text", "differs", "shared");

    private final Map<String, Found> found = new LinkedHashMap<>();

    private Texts() {}

    /** Every text of a document's tree, by the path of its place. */
    public static Map<String, Found> in(JsonNode document) {
        Texts texts = new Texts();
        texts.look(Place.TOP, "", document);
        return texts.found;
    }

    /** Whether the value is a text in one or both languages. */
    public static boolean isText(@Nullable JsonNode value) {
        return value != null
                && value.isObject()
                && !value.isEmpty()
                && value.propertyStream()
                        .allMatch(property -> LANGUAGES.contains(property.getKey())
                                && property.getValue().isString());
    }

    /** The text there; a language that is absent is blank. */
    public static Text text(@Nullable JsonNode value) {
        return value == null
                ? new Text("", "")
                : new Text(value.path("zh").asString(""), value.path("en").asString(""));
    }

    private void look(Place place, String pointer, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(property -> {
                Place inside = place.property(property.getKey());
                String at = pointer + "/" + property.getKey().replace("~", "~0").replace("/", "~1");
                if (NAMES.contains(property.getKey()) && isText(property.getValue())) {
                    found.put(inside.path(), new Found(inside, at, text(property.getValue())));
                } else {
                    look(inside, at, property.getValue());
                }
            });
        } else if (Elements.areIn(node)) {
            int index = 0;
            for (Map.Entry<String, JsonNode> element : Elements.of(place, node).entrySet()) {
                look(place.element(element.getKey()), pointer + "/" + index++, element.getValue());
            }
        }
    }

    /**
     * A text where it is.
     *
     * @param pointer RFC 6901 pointer into the document as it is
     */
    public record Found(Place place, String pointer, Text text) {}
}
