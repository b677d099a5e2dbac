package dev.skillladder.catalog.exchange.casepackage;

import dev.skillladder.catalog.exchange.Element;
import dev.skillladder.catalog.exchange.Outline;
import dev.skillladder.catalog.exchange.Outline.Entry;
import dev.skillladder.catalog.exchange.Outline.Texts;
import dev.skillladder.catalog.exchange.Place;
import dev.skillladder.catalog.exchange.Reading;
import dev.skillladder.catalog.exchange.Sketch;
import dev.skillladder.catalog.exchange.casepackage.CasePackage.Association;
import dev.skillladder.catalog.exchange.casepackage.CasePackage.Criterion;
import dev.skillladder.catalog.exchange.casepackage.CasePackage.Document;
import dev.skillladder.catalog.exchange.casepackage.CasePackage.Item;
import dev.skillladder.catalog.exchange.casepackage.CasePackage.Level;
import dev.skillladder.catalog.exchange.casepackage.CasePackage.Link;
import dev.skillladder.catalog.exchange.casepackage.CasePackage.Rubric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A package of another system: items, their hierarchy, their keywords, and rubrics whose scores are whole steps. */
final class ForeignPackage {

    private final CasePackage cfPackage;
    private final Document document;
    private final String file;
    private final Sketch sketch;
    private final Reading reading;
    private final Outline outline;
    private final Map<String, Entry> entries = new HashMap<>();

    ForeignPackage(CasePackage cfPackage, String file, Sketch sketch, Reading reading) {
        this.cfPackage = cfPackage;
        this.document = Objects.requireNonNull(cfPackage.document());
        this.file = file;
        this.sketch = sketch;
        this.reading = reading;
        this.outline = new Outline(sketch, reading);
    }

    void take() {
        Map<String, String> parents = parents();
        List<Item> items = there(cfPackage.items());
        for (int index = 0; index < items.size(); index++) {
            item(items.get(index), Place.at(file, "/CFItems/" + index), parents);
        }
        outline.framework(text(document.title(), null), text(document.description(), null));
        outline.take(entry(
                new Item(document.identifier(), document.uri(), title(), null, null, null, null, null, null, null),
                "",
                null,
                Place.at(file, "/CFDocument")));
        for (int index = 0; index < there(cfPackage.rubrics()).size(); index++) {
            rubric(there(cfPackage.rubrics()).get(index), index);
        }
    }

    private String title() {
        return document.title() == null || document.title().isBlank() ? "CASE" : document.title();
    }

    /** Parent by child; what is below the document itself is at the top. */
    private Map<String, String> parents() {
        Map<String, String> parents = new HashMap<>();
        for (Association association : there(cfPackage.associations())) {
            String child = identifier(association.origin());
            String parent = identifier(association.destination());
            if ("isChildOf".equals(association.associationType())
                    && child != null
                    && parent != null
                    && !parent.equals(document.identifier())) {
                parents.putIfAbsent(child, parent);
            }
        }
        return parents;
    }

    private void item(Item item, Place place, Map<String, String> parents) {
        if (item.identifier() == null
                || item.fullStatement() == null
                || item.fullStatement().isBlank()) {
            reading.refuse(new Element("skills", ""), place, "An item needs an identifier and a fullStatement.");
            return;
        }
        Entry entry = entry(item, item.identifier(), parents.get(item.identifier()), place);
        entries.putIfAbsent(entry.key(), entry);
        outline.add(entry);
    }

    private Entry entry(Item item, String key, @Nullable String parent, Place place) {
        boolean abbreviated = item.abbreviatedStatement() != null
                && !item.abbreviatedStatement().isBlank();
        String name = abbreviated ? item.abbreviatedStatement() : item.fullStatement();
        return new Entry(
                key,
                parent,
                item.humanCodingScheme() == null ? String.valueOf(name) : item.humanCodingScheme(),
                text(name, item.language()),
                text(abbreviated ? item.fullStatement() : item.notes(), item.language()),
                item.conceptKeywords() == null
                        ? Map.of()
                        : Map.of(isChinese(item.language()) ? "zh" : "en", there(item.conceptKeywords())),
                "CASE " + Objects.requireNonNullElse(item.uri(), key),
                place);
    }

    private void rubric(Rubric rubric, int index) {
        for (Criterion criterion : there(rubric.criteria())) {
            Entry entry = entries.get(String.valueOf(identifier(criterion.item())));
            Place place = Place.at(file, "/CFRubrics/" + index);
            if (entry == null || sketch.find("skills", outline.id(entry)).isEmpty()) {
                reading.refuse(new Element("behaviours", ""), place, "The criterion is not about a skill of the file.");
                continue;
            }
            ObjectNode skill = sketch.skill(outline.id(entry));
            there(criterion.levels()).forEach(level -> behaviour(skill, outline.id(entry), level, place));
        }
    }

    private void behaviour(ObjectNode skill, String id, Level level, Place place) {
        Double step = level.score() != null
                ? level.score()
                : level.position() == null ? null : level.position().doubleValue();
        if (step == null || step != Math.rint(step) || Math.abs(step) > 1_000) {
            reading.refuse(new Element("behaviours", id), place, "A level's score must be a whole step of the scale.");
            return;
        }
        ObjectNode behaviour = sketch.behaviour(skill, step.intValue());
        Sketch.text(behaviour, "text", isChinese(null) ? "zh" : "en", level.description());
        if (!behaviour.has("source")) {
            behaviour.put("source", "CASE " + file);
        }
        reading.found(new Element("behaviours", id + "/" + step.intValue()), place);
    }

    private Texts text(@Nullable String text, @Nullable String language) {
        return Texts.in(isChinese(language) ? "zh" : "en", text);
    }

    private boolean isChinese(@Nullable String language) {
        String known = language == null ? document.language() : language;
        return known != null && known.startsWith("zh");
    }

    private static @Nullable String identifier(@Nullable Link link) {
        return link == null ? null : link.identifier();
    }

    private static <T> List<T> there(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
