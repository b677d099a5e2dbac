package dev.skillladder.catalog.exchange;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A framework document while files are worked into it. A tree, because drafts may lack anything, and because a table must
 * leave alone what it has no column for.
 */
public final class Sketch {

    private ObjectNode document;
    private boolean replaced;
    /** By identity: lists grow while they are indexed. */
    private final IdentityHashMap<ArrayNode, Map<String, ObjectNode>> indexes = new IdentityHashMap<>();

    private Sketch(ObjectNode document) {
        this.document = document;
    }

    static Sketch of(ObjectNode document) {
        return new Sketch(document);
    }

    /** A framework of which nothing is known but its id. */
    static Sketch empty(String framework) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("id", framework);
        Stream.of("categories", "halfLives", "skills", "ladders", "roles", "transfers", "developmentActions")
                .forEach(document::putArray);
        return new Sketch(document);
    }

    /** The document as it is now. */
    public ObjectNode document() {
        return document;
    }

    /** Takes another document instead: the file is a whole framework. */
    public void replace(ObjectNode whole) {
        document = whole;
        replaced = true;
        indexes.clear();
    }

    /** Whether the file was a whole framework. */
    boolean isReplaced() {
        return replaced;
    }

    /** An element of one of the document's lists. */
    public Optional<ObjectNode> find(String list, String id) {
        return within(document, list, Sketch::id, id);
    }

    /** An element of one of the document's lists, added at its end if it is not there. */
    public ObjectNode element(String list, String id) {
        return find(list, id).orElseGet(() -> {
            ObjectNode added = array(document, list).addObject();
            added.put("id", id);
            index(array(document, list), Sketch::id).put(id, added);
            return added;
        });
    }

    /** A skill, new ones with empty lists where the document needs lists. */
    public ObjectNode skill(String id) {
        ObjectNode skill = element("skills", id);
        if (skill.size() == 1) {
            skill.putArray("behaviours");
            skill.putObject("synonyms");
            skill.putArray("improve");
        }
        return skill;
    }

    /** A behaviour of a skill that is there; added in the order of steps. */
    public ObjectNode behaviour(ObjectNode skill, int step) {
        return within(skill, "behaviours", Sketch::step, Integer.toString(step)).orElseGet(() -> {
            ObjectNode added = insertByStep(array(skill, "behaviours"), step);
            added.put("step", step);
            index(array(skill, "behaviours"), Sketch::step).put(Integer.toString(step), added);
            return added;
        });
    }

    /** A requirement of a role that is there; added at the end. */
    public ObjectNode requirement(ObjectNode role, String level, String skill) {
        String key = level + "/" + skill;
        return within(role, "requirements", Sketch::levelAndSkill, key).orElseGet(() -> {
            ObjectNode added = array(role, "requirements").addObject();
            added.put("level", level);
            added.put("skill", skill);
            index(array(role, "requirements"), Sketch::levelAndSkill).put(key, added);
            return added;
        });
    }

    /** Sets one language of a text; null or blank takes it away. */
    public static void text(ObjectNode owner, String property, String language, @Nullable String value) {
        ObjectNode text = owner.get(property) instanceof ObjectNode there ? there : owner.putObject(property);
        set(text, language, value);
        if (text.isEmpty()) {
            owner.remove(property);
        }
    }

    /** Sets a line; null or blank takes it away. */
    public static void set(ObjectNode owner, String property, @Nullable String value) {
        if (value == null || value.isBlank()) {
            owner.remove(property);
        } else {
            owner.put(property, value);
        }
    }

    static String id(JsonNode element) {
        return element.path("id").asString("");
    }

    static String levelAndSkill(JsonNode requirement) {
        return requirement.path("level").asString("") + "/"
                + requirement.path("skill").asString("");
    }

    static String step(JsonNode behaviour) {
        return behaviour.path("step").asString("");
    }

    private Optional<ObjectNode> within(ObjectNode owner, String list, Function<JsonNode, String> key, String wanted) {
        return Optional.ofNullable(index(array(owner, list), key).get(wanted));
    }

    /** The first of equal keys counts, as in validation. */
    private Map<String, ObjectNode> index(ArrayNode array, Function<JsonNode, String> key) {
        return indexes.computeIfAbsent(array, elements -> {
            Map<String, ObjectNode> index = new HashMap<>();
            elements.forEach(element -> {
                if (element instanceof ObjectNode object) {
                    index.putIfAbsent(key.apply(object), object);
                }
            });
            return index;
        });
    }

    private static ArrayNode array(ObjectNode owner, String list) {
        return owner.get(list) instanceof ArrayNode there ? there : owner.putArray(list);
    }

    private static ObjectNode insertByStep(ArrayNode behaviours, int step) {
        int at = 0;
        while (at < behaviours.size() && behaviours.get(at).path("step").asInt(0) < step) {
            at++;
        }
        return behaviours.insertObject(at);
    }
}
