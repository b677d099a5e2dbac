package dev.skillladder.catalog.exchange.casepackage;

import dev.skillladder.catalog.exchange.casepackage.CaseNodes.Link;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which parts of a package a framework becomes; our own content goes along as an extension of each. */
final class PackageParts {

    private static final String CATEGORY = "Category";
    private static final String SKILL = "Skill";
    private static final String ROLE = "Role";
    private static final String LEVEL = "Level";
    private static final String CHILD = "isChildOf";

    private final ObjectNode document;
    private final CaseNodes nodes;

    PackageParts(ObjectNode document, CaseNodes nodes) {
        this.document = document;
        this.nodes = nodes;
    }

    ObjectNode document() {
        ObjectNode rest = document.deepCopy();
        rest.remove(List.of("categories", "skills", "roles"));
        return nodes.document(document, rest);
    }

    Stream<ObjectNode> items() {
        return Stream.of(
                        list("categories").map(category -> item(CATEGORY, category, category)),
                        list("skills").map(this::skill),
                        list("roles").map(role -> item(ROLE, role, without(role, "requirements"))),
                        list("roles").flatMap(role -> levels(role).map(level -> level(role, level))))
                .flatMap(items -> items);
    }

    Stream<ObjectNode> associations() {
        return Stream.of(
                        list("categories").map(category -> child(CATEGORY, category, parent(category))),
                        list("skills").map(skill -> child(SKILL, skill, link(CATEGORY, id(skill, "category")))),
                        list("roles").map(role -> child(ROLE, role, whole())),
                        list("roles").flatMap(this::levelsOfRole),
                        list("roles").flatMap(this::requirements))
                .flatMap(associations -> associations);
    }

    Stream<ObjectNode> rubrics() {
        return list("skills")
                .filter(skill -> !skill.path("behaviours").isEmpty())
                .map(this::rubric);
    }

    private ObjectNode item(String type, JsonNode element, JsonNode content) {
        ObjectNode item = nodes.item(type, id(element, "id"), element);
        item.set("extensions", CaseNodes.extension(content));
        return item;
    }

    private ObjectNode skill(JsonNode skill) {
        ObjectNode item = item(SKILL, skill, without(skill, "behaviours"));
        List<String> keywords = skill.path("synonyms")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(word -> word.asString("").replaceAll("\\s+", " ").strip())
                .toList();
        if (!keywords.isEmpty()) {
            ArrayNode list = item.putArray("conceptKeywords");
            keywords.forEach(list::add);
        }
        return item;
    }

    private ObjectNode level(JsonNode role, JsonNode level) {
        ObjectNode item = nodes.item(LEVEL, levelId(role, id(level, "id")), level);
        item.put(
                "fullStatement",
                CaseNodes.text(role.path("name"), id(role, "id")) + ": "
                        + CaseNodes.text(level.path("name"), id(level, "id")));
        return item;
    }

    private Stream<ObjectNode> levelsOfRole(JsonNode role) {
        List<JsonNode> levels = levels(role).toList();
        return IntStream.range(0, levels.size()).mapToObj(index -> {
            String id = levelId(role, id(levels.get(index), "id"));
            return nodes.association(CHILD, LEVEL + "/" + id, link(LEVEL, id), link(ROLE, id(role, "id")))
                    .put("sequenceNumber", index + 1);
        });
    }

    private Stream<ObjectNode> requirements(JsonNode role) {
        return role.path("requirements").valueStream().map(requirement -> {
            String level = levelId(role, id(requirement, "level"));
            String skill = id(requirement, "skill");
            ObjectNode association =
                    nodes.association("ext:requires", level + "/" + skill, link(LEVEL, level), link(SKILL, skill));
            ObjectNode content = ((ObjectNode) requirement).deepCopy();
            content.put("role", id(role, "id"));
            association.set("extensions", CaseNodes.extension(content));
            return association;
        });
    }

    private ObjectNode rubric(JsonNode skill) {
        String id = id(skill, "id");
        ObjectNode criterion = nodes.identified("criterion", id);
        criterion.set("CFItemURI", link(SKILL, id).node());
        criterion.put("rubricId", nodes.id("rubric", id).value());
        ArrayNode levels = criterion.putArray("CFRubricCriterionLevels");
        skill.path("behaviours").forEach(behaviour -> levels.add(behaviour(id, behaviour)));
        ObjectNode rubric = nodes.identified("rubric", id);
        rubric.put("title", CaseNodes.line(skill.path("name"), id));
        rubric.putArray("CFRubricCriteria").add(criterion);
        return rubric;
    }

    private ObjectNode behaviour(String skill, JsonNode behaviour) {
        ObjectNode level = nodes.identified("behaviour", skill + "/" + behaviour.path("step"));
        level.put("description", CaseNodes.text(behaviour.path("text"), ""));
        level.put("score", behaviour.path("step").asInt());
        level.put("position", behaviour.path("step").asInt());
        level.put("rubricCriterionId", nodes.id("criterion", skill).value());
        level.putArray("extensions").add(CaseNodes.extension(behaviour));
        return level;
    }

    private ObjectNode child(String type, JsonNode element, Link parent) {
        String id = id(element, "id");
        return nodes.association(CHILD, type + "/" + id, link(type, id), parent);
    }

    private Link parent(JsonNode category) {
        return category.has("parent") ? link(CATEGORY, id(category, "parent")) : whole();
    }

    private Link whole() {
        return nodes.link("document", "", CaseNodes.line(document.path("name"), "document"));
    }

    private Link link(String kind, String id) {
        return nodes.link(kind, id, id);
    }

    private Stream<JsonNode> levels(JsonNode role) {
        return list("ladders")
                .filter(ladder -> id(ladder, "id").equals(id(role, "ladder")))
                .limit(1)
                .flatMap(ladder -> ladder.path("levels").valueStream());
    }

    private Stream<JsonNode> list(String name) {
        return document.path(name).valueStream();
    }

    private static JsonNode without(JsonNode element, String property) {
        ObjectNode rest = ((ObjectNode) element).deepCopy();
        rest.remove(property);
        return rest;
    }

    private static String levelId(JsonNode role, String level) {
        return id(role, "id") + "/" + level;
    }

    private static String id(JsonNode element, String property) {
        return element.path(property).asString("");
    }
}
