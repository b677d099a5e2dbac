package dev.skillladder.catalog.exchange.casepackage;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a package, one framework's. */
final class CaseNodes {

    /** Where our own content travels inside what CASE leaves open. */
    static final String EXTENSION = "skillLadder";

    private final String framework;
    private final String changedAt;

    CaseNodes(String framework, String changedAt) {
        this.framework = framework;
        this.changedAt = changedAt;
    }

    CaseId id(String kind, String id) {
        return CaseId.of(framework, kind, id);
    }

    ObjectNode identified(String kind, String id) {
        CaseId identifier = id(kind, id);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("identifier", identifier.value());
        node.put("uri", identifier.uri());
        node.put("lastChangeDateTime", changedAt);
        return node;
    }

    ObjectNode document(JsonNode document, ObjectNode rest) {
        ObjectNode node = identified("document", "");
        node.put("caseVersion", "1.1");
        node.put("creator", "Skill Ladder");
        node.put("title", line(document.path("name"), framework));
        String description = text(document.path("description"), "");
        if (!description.isEmpty()) {
            node.put("description", description);
        }
        node.put("language", language(document.path("name")));
        node.set("extensions", extension(rest));
        return node;
    }

    ObjectNode item(String type, String id, JsonNode element) {
        ObjectNode node = identified(type, id);
        node.put("fullStatement", text(element.path("name"), id));
        node.put("humanCodingScheme", id);
        node.put("CFItemType", type);
        node.put("language", language(element.path("name")));
        String notes = text(element.path("description"), "");
        if (!notes.isEmpty()) {
            node.put("notes", notes);
        }
        return node;
    }

    ObjectNode association(String type, String id, Link from, Link to) {
        ObjectNode node = identified("association", type + "/" + id);
        node.put("associationType", type);
        node.set("originNodeURI", from.node());
        node.set("destinationNodeURI", to.node());
        return node;
    }

    Link link(String kind, String id, String title) {
        return new Link(id(kind, id), title);
    }

    static ObjectNode extension(JsonNode content) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set(EXTENSION, content);
        return node;
    }

    /** English, else Chinese, else what is given. */
    static String text(JsonNode text, String otherwise) {
        String english = text.path("en").asString("");
        String any = english.isBlank() ? text.path("zh").asString("") : english;
        return any.isBlank() ? otherwise : any;
    }

    /** CASE calls some texts normalized: no line breaks, no blanks at the ends. */
    static String line(JsonNode text, String otherwise) {
        return text(text, otherwise).replaceAll("\\s+", " ").strip();
    }

    private static String language(JsonNode text) {
        return text.path("en").asString("").isBlank() && text.has("zh") ? "zh" : "en";
    }

    /** What one part says of another. */
    record Link(CaseId id, String title) {

        ObjectNode node() {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("title", title.replaceAll("\\s+", " ").strip());
            node.put("identifier", id.value());
            node.put("uri", id.uri());
            return node;
        }
    }
}
