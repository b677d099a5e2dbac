package dev.skillladder.catalog.exchange.ctdl;

import dev.skillladder.catalog.exchange.Element;
import dev.skillladder.catalog.exchange.Outline;
import dev.skillladder.catalog.exchange.Outline.Entry;
import dev.skillladder.catalog.exchange.Outline.Texts;
import dev.skillladder.catalog.exchange.Place;
import dev.skillladder.catalog.exchange.Reading;
import dev.skillladder.catalog.exchange.Sketch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The nodes of a graph, in any order; hierarchy is stated from above, from below, or both. */
final class CtdlGraph {

    private final String file;
    private final Reading reading;
    private final Outline outline;
    private final List<Entry> competencies = new ArrayList<>();
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> frameworks = new HashSet<>();
    private Entry root;

    CtdlGraph(String file, Sketch sketch, Reading reading) {
        this.file = file;
        this.reading = reading;
        this.outline = new Outline(sketch, reading);
        Texts none = new Texts(null, null);
        this.root = new Entry(
                "", null, "ctdl", Texts.in("en", "CTDL"), none, Map.of(), "CTDL-ASN", Place.at(file, "/@graph"));
    }

    void node(JsonNode node, int index) {
        Place place = Place.at(file, "/@graph/" + index);
        if (isA(node, "CompetencyFramework")) {
            framework(node, place);
        } else if (isA(node, "Competency")) {
            competency(node, place);
        }
    }

    /** How many competencies there are. */
    int end() {
        competencies.stream().map(this::placed).forEach(outline::add);
        outline.take(root);
        return competencies.size();
    }

    private void framework(JsonNode node, Place place) {
        String id = id(node);
        frameworks.add(id);
        Texts name = LanguageMap.of(get(node, "name")).texts();
        Texts description = LanguageMap.of(get(node, "description")).texts();
        root = new Entry(id, null, wish(node, name, id), name, description, Map.of(), source(id), place);
        outline.framework(name, description);
    }

    private void competency(JsonNode node, Place place) {
        String id = id(node);
        LanguageMap label = LanguageMap.of(get(node, "competencyLabel"));
        LanguageMap text = LanguageMap.of(get(node, "competencyText"));
        boolean labelled = hasText(label.texts());
        Texts name = labelled ? label.texts() : text.texts();
        if (id.isEmpty() || !hasText(name)) {
            reading.refuse(
                    new Element("skills", id),
                    place,
                    "A competency needs an @id and a competencyLabel or competencyText in Chinese or English.");
            return;
        }
        ids(get(node, "isChildOf")).findFirst().ifPresent(parent -> parents.put(id, parent));
        ids(get(node, "hasChild")).forEach(child -> parents.putIfAbsent(child, id));
        competencies.add(new Entry(
                id,
                null,
                wish(node, name, id),
                name,
                labelled ? text.texts() : LanguageMap.of(get(node, "comment")).texts(),
                LanguageMap.of(get(node, "conceptKeyword")).lists(),
                source(id),
                place));
    }

    private Entry placed(Entry entry) {
        String parent = parents.get(entry.key());
        return new Entry(
                entry.key(),
                parent == null || frameworks.contains(parent) ? null : parent,
                entry.wish(),
                entry.name(),
                entry.description(),
                entry.synonyms(),
                entry.source(),
                entry.place());
    }

    private static boolean hasText(Texts texts) {
        return Stream.of(texts.zh(), texts.en()).anyMatch(text -> text != null && !text.isBlank());
    }

    private static String source(String id) {
        return "CTDL-ASN " + id;
    }

    /** A code, else the English name, else the last part of the address. */
    private static String wish(JsonNode node, Texts name, String id) {
        String code = get(node, "codedNotation").asString("");
        String english = Objects.requireNonNullElse(name.en(), "");
        return !code.isBlank() ? code : !english.isBlank() ? english : id.substring(id.lastIndexOf('/') + 1);
    }

    private static String id(JsonNode node) {
        return node.path("@id").asString("");
    }

    private static boolean isA(JsonNode node, String type) {
        return Stream.concat(Stream.of(node.path("@type")), node.path("@type").valueStream())
                .map(each -> each.asString(""))
                .anyMatch(each -> each.equals("ceasn:" + type) || each.equals(type));
    }

    private static Stream<String> ids(JsonNode reference) {
        return (reference.isArray() ? reference.valueStream() : Stream.of(reference))
                .map(each ->
                        each.isString() ? each.asString() : each.path("@id").asString(""))
                .filter(id -> !id.isEmpty());
    }

    /** With or without the prefix of the vocabulary. */
    private static JsonNode get(JsonNode node, String property) {
        JsonNode prefixed = node.path("ceasn:" + property);
        return prefixed.isMissingNode() ? node.path(property) : prefixed;
    }
}
