package dev.skillladder.catalog.patch;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Applies the operations of a patch one after the other. It changes the tree it is given, so that after a refusal the
 * tree must be thrown away.
 */
public final class JsonPatch {

    /** An autosave has a few; more than this is a new document. */
    private static final int MOST_OPERATIONS = 10_000;

    /** Values that copies may add together; copying a copy again and again would fill the memory. */
    private static final int MOST_COPIED = 1_000_000;

    /** No document nests deeper. */
    private static final int DEEPEST = 100;

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    private JsonNode document;
    private int copied;

    private JsonPatch(JsonNode document) {
        this.document = document;
    }

    /** The document after the patch; refused as a whole if any operation cannot be carried out. */
    public static JsonNode apply(JsonNode document, JsonNode patch) {
        if (!patch.isArray()) {
            throw Operation.malformed("", "Expected an array of operations");
        }
        if (patch.size() > MOST_OPERATIONS) {
            throw Operation.malformed(
                    "", "More than " + MOST_OPERATIONS + " operations; send the whole document instead");
        }
        JsonPatch applied = new JsonPatch(document);
        for (int index = 0; index < patch.size(); index++) {
            applied.carryOut(new Operation("/" + index, patch.get(index)));
        }
        return applied.document;
    }

    private void carryOut(Operation operation) {
        Pointer path = operation.pointer("path");
        switch (operation.name()) {
            case "add" -> add(operation, path, operation.value());
            case "remove" -> remove(operation, path);
            case "replace" -> replace(operation, path, operation.value());
            case "move" -> move(operation, path);
            case "copy" -> {
                JsonNode value = find(operation, "from", operation.pointer("from"));
                count(operation, value, path.tokens().size());
                add(operation, path, value.deepCopy());
            }
            case "test" -> {
                if (!equal(find(operation, "path", path), operation.value())) {
                    throw operation.refused("value", "The document holds another value there");
                }
            }
            default ->
                throw Operation.malformed(operation.at() + "/op", "Use add, remove, replace, move, copy or test");
        }
    }

    private void move(Operation operation, Pointer path) {
        Pointer from = operation.pointer("from");
        if (from.contains(path)) {
            throw operation.refused("path", "A value cannot be moved into itself");
        }
        JsonNode value = find(operation, "from", from);
        if (!from.equals(path)) {
            remove(operation, from);
            add(operation, path, value);
        }
    }

    private void add(Operation operation, Pointer path, JsonNode value) {
        if (path.isTop()) {
            document = value;
            return;
        }
        switch (find(operation, "path", path.around())) {
            case ObjectNode object -> object.set(path.last(), value);
            case ArrayNode array when path.last().equals("-") -> array.add(value);
            case ArrayNode array -> array.insert(index(operation, path.last(), array.size()), value);
            default -> throw operation.refused("path", "There is no object or array around it");
        }
    }

    private void replace(Operation operation, Pointer path, JsonNode value) {
        if (path.isTop()) {
            document = value;
            return;
        }
        find(operation, "path", path);
        switch (find(operation, "path", path.around())) {
            case ObjectNode object -> object.set(path.last(), value);
            case ArrayNode array -> array.set(index(operation, path.last(), array.size() - 1), value);
            default -> throw operation.refused("path", "There is no object or array around it");
        }
    }

    private void remove(Operation operation, Pointer path) {
        if (path.isTop()) {
            throw operation.refused("path", "The whole document cannot be removed");
        }
        find(operation, "path", path);
        switch (find(operation, "path", path.around())) {
            case ObjectNode object -> object.remove(path.last());
            case ArrayNode array -> array.remove(index(operation, path.last(), array.size() - 1));
            default -> throw operation.refused("path", "There is no object or array around it");
        }
    }

    private JsonNode find(Operation operation, String property, Pointer pointer) {
        JsonNode place = document;
        for (String token : pointer.tokens()) {
            JsonNode inside = switch (place) {
                case ObjectNode object -> object.get(token);
                case ArrayNode array when INDEX.matcher(token).matches() -> array.get(Integer.parseInt(token));
                default -> null;
            };
            if (inside == null) {
                throw operation.refused(property, "There is nothing at this place");
            }
            place = inside;
        }
        return place;
    }

    private static int index(Operation operation, String token, int last) {
        if (!INDEX.matcher(token).matches() || Integer.parseInt(token) > last) {
            throw operation.refused("path", "The array has no place " + token);
        }
        return Integer.parseInt(token);
    }

    private void count(Operation operation, JsonNode value, int depth) {
        copied++;
        if (copied > MOST_COPIED || depth > DEEPEST) {
            throw operation.refused("from", "The patch copies too much");
        }
        value.values().forEach(inside -> count(operation, inside, depth + 1));
    }

    /** Numbers are equal by value: 1 is 1.0. */
    private static boolean equal(JsonNode one, JsonNode other) {
        return one.equals((left, right) -> sameNumber(left, right) || Objects.equals(left, right) ? 0 : 1, other);
    }

    private static boolean sameNumber(JsonNode left, JsonNode right) {
        return left.isNumber() && right.isNumber() && decimal(left).compareTo(decimal(right)) == 0;
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.decimalValue();
    }
}
