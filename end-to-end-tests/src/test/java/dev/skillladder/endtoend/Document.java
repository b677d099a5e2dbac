package dev.skillladder.endtoend;

import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What curators do to the document of a draft. */
final class Document {

    private Document() {}

    /** Adds a mapping; without a reducer a merge takes the mean. */
    static ObjectNode map(ObjectNode document, String kind, List<String> from, List<String> to) {
        ObjectNode mapping = document.withArray("mappings").addObject().put("kind", kind);
        from.forEach(mapping.putArray("from")::add);
        to.forEach(mapping.putArray("to")::add);
        return mapping;
    }

    /** Gives a skill another id, wherever it is asked for too. */
    static void replaceSkill(ObjectNode document, String from, String to) {
        document.path("skills").forEach(skill -> {
            if (skill.path("id").asString().equals(from)) {
                ((ObjectNode) skill).put("id", to);
            }
        });
        document.at("/roles/0/requirements").forEach(requirement -> {
            if (requirement.path("skill").asString().equals(from)) {
                ((ObjectNode) requirement).put("skill", to);
            }
        });
    }

    /** Takes a skill away, and all that is asked of it. */
    static void without(ObjectNode document, String skill) {
        removeIf(
                (ArrayNode) document.path("skills"),
                one -> one.path("id").asString().equals(skill));
        removeIf(
                (ArrayNode) document.at("/roles/0/requirements"),
                one -> one.path("skill").asString().equals(skill));
    }

    private static void removeIf(ArrayNode list, Predicate<JsonNode> unwanted) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (unwanted.test(list.get(i))) {
                list.remove(i);
            }
        }
    }
}
