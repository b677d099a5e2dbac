package dev.skillladder.catalog.exchange.casepackage;

import dev.skillladder.catalog.exchange.Element;
import dev.skillladder.catalog.exchange.Place;
import dev.skillladder.catalog.exchange.Reading;
import dev.skillladder.catalog.exchange.Sketch;
import dev.skillladder.catalog.exchange.casepackage.CasePackage.Association;
import dev.skillladder.catalog.exchange.casepackage.CasePackage.Criterion;
import dev.skillladder.catalog.exchange.casepackage.CasePackage.Item;
import dev.skillladder.catalog.exchange.casepackage.CasePackage.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A package that this product wrote: the extensions hold the framework; texts that were edited elsewhere win over them. */
final class OwnPackage {

    private static final Map<String, String> LISTS =
            Map.of("Category", "categories", "Skill", "skills", "Role", "roles");

    private final CasePackage cfPackage;
    private final String file;
    private final Reading reading;
    private final Map<String, ObjectNode> elements = new HashMap<>();

    OwnPackage(CasePackage cfPackage, String file, Reading reading) {
        this.cfPackage = cfPackage;
        this.file = file;
        this.reading = reading;
    }

    void into(Sketch sketch, ObjectNode rest) {
        ObjectNode document = rest.deepCopy();
        LISTS.values().stream().sorted().forEach(document::putArray);
        reading.found(new Element("document", ""), Place.at(file, "/CFDocument/extensions/" + CaseNodes.EXTENSION));
        items(document);
        rubrics();
        requirements();
        sketch.replace(document);
    }

    private void items(ObjectNode document) {
        List<Item> items = there(cfPackage.items());
        for (int index = 0; index < items.size(); index++) {
            Item item = items.get(index);
            String list = LISTS.get(String.valueOf(item.type()));
            Optional<ObjectNode> content = content(item.extensions());
            if (list == null || content.isEmpty()) {
                continue; // levels come with their ladder
            }
            ObjectNode element = content.get();
            adopt(element, "name", item.fullStatement());
            adopt(element, "description", item.notes());
            nestedList(list).ifPresent(element::putArray);
            ((ArrayNode) document.get(list)).add(element);
            String id = element.path("id").asString("");
            elements.putIfAbsent(list + " " + id, element);
            reading.found(new Element(list, id), Place.at(file, "/CFItems/" + index));
        }
    }

    private static Optional<String> nestedList(String list) {
        return switch (list) {
            case "skills" -> Optional.of("behaviours");
            case "roles" -> Optional.of("requirements");
            default -> Optional.empty();
        };
    }

    private void rubrics() {
        for (int index = 0; index < there(cfPackage.rubrics()).size(); index++) {
            String at = "/CFRubrics/" + index;
            for (Criterion criterion :
                    there(there(cfPackage.rubrics()).get(index).criteria())) {
                skill(criterion).ifPresent(skill -> behaviours(skill, criterion, at));
            }
        }
    }

    private Optional<ObjectNode> skill(Criterion criterion) {
        if (criterion.item() == null || criterion.item().identifier() == null) {
            return Optional.empty();
        }
        String wanted = criterion.item().identifier();
        return there(cfPackage.items()).stream()
                .filter(item -> wanted.equals(item.identifier()) && item.humanCodingScheme() != null)
                .findFirst()
                .map(item -> elements.get("skills " + item.humanCodingScheme()));
    }

    private void behaviours(ObjectNode skill, Criterion criterion, String at) {
        for (Level level : there(criterion.levels())) {
            there(level.extensions()).stream()
                    .map(OwnPackage::content)
                    .flatMap(Optional::stream)
                    .limit(1)
                    .forEach(behaviour -> {
                        adopt(behaviour, "text", level.description());
                        ((ArrayNode) skill.get("behaviours")).add(behaviour);
                        reading.found(
                                new Element(
                                        "behaviours",
                                        skill.path("id").asString("") + "/"
                                                + behaviour.path("step").asString("")),
                                Place.at(file, at));
                    });
        }
    }

    private void requirements() {
        List<Association> associations = there(cfPackage.associations());
        for (int index = 0; index < associations.size(); index++) {
            Place place = Place.at(file, "/CFAssociations/" + index);
            content(associations.get(index).extensions()).ifPresent(requirement -> {
                String role = requirement.path("role").asString("");
                requirement.remove("role");
                ObjectNode owner = elements.get("roles " + role);
                Element element = new Element(
                        "requirements",
                        role + "/" + requirement.path("level").asString("") + "/"
                                + requirement.path("skill").asString(""));
                if (owner == null) {
                    reading.refuse(element, place, "The package has no role '" + role + "'.");
                } else {
                    ((ArrayNode) owner.get("requirements")).add(requirement);
                    reading.found(element, place);
                }
            });
        }
    }

    /** Another system edits the text CASE knows, in the language it was given in. */
    private static void adopt(ObjectNode element, String property, @Nullable String text) {
        JsonNode ours = element.path(property);
        if (text != null && !text.isBlank() && !text.equals(CaseNodes.text(ours, text))) {
            Sketch.text(element, property, ours.path("en").asString("").isBlank() ? "zh" : "en", text);
        }
    }

    private static Optional<ObjectNode> content(@Nullable JsonNode extensions) {
        return extensions != null && extensions.get(CaseNodes.EXTENSION) instanceof ObjectNode content
                ? Optional.of(content)
                : Optional.empty();
    }

    private static <T> List<T> there(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
