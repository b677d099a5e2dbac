package dev.skillladder.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A small valid framework document and ways to change one place of it. */
public final class SmallFramework {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode document;

    private SmallFramework(ObjectNode document) {
        this.document = document;
    }

    /** The valid document, a fresh copy. */
    public static SmallFramework valid() {
        try (InputStream resource = SmallFramework.class.getResourceAsStream("/small-framework.json")) {
            return new SmallFramework((ObjectNode) JSON.readTree(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for another framework id. */
    public static SmallFramework named(String id) {
        return valid().with("/id", "\"" + id + "\"");
    }

    /** With the value at the pointer replaced by this JSON, or added at the end of an array with {@code /-}. */
    public SmallFramework with(String pointer, String json) {
        JsonNode value = JSON.readTree(json);
        JsonPointer place = JsonPointer.compile(pointer);
        String last = place.last().getMatchingProperty();
        switch (document.at(place.head())) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array when last.equals("-") -> array.add(value);
            case ArrayNode array -> array.set(Integer.parseInt(last), value);
            default -> throw new IllegalArgumentException("nothing at " + place.head());
        }
        return this;
    }

    /** With one text replaced wherever it stands as a whole value, such as a skill's id and what refers to it. */
    public SmallFramework withText(String before, String after) {
        return new SmallFramework(
                (ObjectNode) JSON.readTree(document.toString().replace("\"" + before + "\"", "\"" + after + "\"")));
    }

    /** Without the property or element at the pointer. */
    public SmallFramework without(String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        String last = place.last().getMatchingProperty();
        switch (document.at(place.head())) {
            case ObjectNode object -> object.remove(last);
            case ArrayNode array -> array.remove(Integer.parseInt(last));
            default -> throw new IllegalArgumentException("nothing at " + place.head());
        }
        return this;
    }

    /** With a second copy of the element at the end of its array. */
    public SmallFramework twice(String pointer) {
        JsonNode element = document.at(pointer);
        return with(pointer.replaceAll("/[0-9]+$", "/-"), element.toString());
    }

    public String json() {
        return document.toString();
    }
}
