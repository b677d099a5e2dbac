package dev.skillladder.catalog.exchange.moodle;

import dev.skillladder.catalog.exchange.Element;
import dev.skillladder.catalog.exchange.Outline;
import dev.skillladder.catalog.exchange.Outline.Entry;
import dev.skillladder.catalog.exchange.Outline.Texts;
import dev.skillladder.catalog.exchange.Place;
import dev.skillladder.catalog.exchange.Reading;
import dev.skillladder.catalog.exchange.Sketch;
import dev.skillladder.catalog.exchange.Slugs;
import dev.skillladder.catalog.problem.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rows of a Moodle file, children and parents in any order. */
final class MoodleFile {

    /** Moodle's numbers for plain text and Markdown; the others are HTML. */
    private static final Set<String> NOT_HTML = Set.of("2", "4");

    private final String file;
    private final Sketch sketch;
    private final Reading reading;
    private final JsonMapper json;
    private final Outline outline;
    private final Map<MoodleColumn, Integer> header = new EnumMap<>(MoodleColumn.class);
    private Entry root;

    MoodleFile(String file, Sketch sketch, Reading reading, JsonMapper json) {
        this.file = file;
        this.sketch = sketch;
        this.reading = reading;
        this.json = json;
        this.outline = new Outline(sketch, reading);
        this.root = entry("", null, "moodle", "Moodle", Texts.in("en", null), Place.row(file, null, 1));
    }

    void row(int number, List<String> cells) {
        Place place = Place.row(file, null, number);
        if (header.isEmpty()) {
            header.putAll(MoodleColumn.of(cells));
            refuseWithoutKeys();
        } else if (cell(cells, MoodleColumn.IS_FRAMEWORK).equals("1")) {
            framework(cells, place);
        } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            competency(cells, place);
        }
    }

    void end() {
        outline.take(root);
    }

    private void refuseWithoutKeys() {
        if (!header.keySet().containsAll(List.of(MoodleColumn.PARENT, MoodleColumn.ID, MoodleColumn.SHORT_NAME))) {
            throw Refusal.badRequest(
                    "header-missing",
                    file + ": the first row must name Parent ID number, ID number and Short name, as Moodle exports"
                            + " them, or have Moodle's 14 columns in its order.");
        }
    }

    private void framework(List<String> cells, Place place) {
        String name = text(cells, MoodleColumn.SHORT_NAME);
        Texts description = Texts.detected(description(cells));
        String id = cell(cells, MoodleColumn.ID).strip();
        root = entry("", null, id.isEmpty() ? name : id, name, description, place);
        outline.framework(Texts.detected(name), description);
        scale(cells, place);
    }

    private void competency(List<String> cells, Place place) {
        String id = cell(cells, MoodleColumn.ID).strip();
        String name = text(cells, MoodleColumn.SHORT_NAME);
        if (id.isEmpty() || name.isEmpty()) {
            MoodleColumn missing = id.isEmpty() ? MoodleColumn.ID : MoodleColumn.SHORT_NAME;
            reading.refuse(
                    new Element("skills", id),
                    place.column(header.getOrDefault(missing, 0) + 1),
                    "A competency needs an ID number and a short name.");
            return;
        }
        String parent = cell(cells, MoodleColumn.PARENT).strip();
        outline.add(entry(
                id,
                parent.isEmpty() ? null : parent,
                Slugs.slug(id).isEmpty() ? name : id,
                name,
                Texts.detected(description(cells)),
                place));
    }

    private static Entry entry(
            String key, @Nullable String parent, String wish, String name, Texts description, Place place) {
        return new Entry(
                key, parent, wish, Texts.detected(name), description, Map.of(), ("Moodle " + key).strip(), place);
    }

    /** The framework's scale, if the draft has none; its names are separated by commas. */
    private void scale(List<String> cells, Place place) {
        String configuration = cell(cells, MoodleColumn.SCALE_CONFIGURATION);
        if (!configuration.isBlank() && !isArray(configuration)) {
            reading.refuse(
                    new Element("document", "scale"),
                    place.column(header.getOrDefault(MoodleColumn.SCALE_CONFIGURATION, 0) + 1),
                    "The scale configuration is not a JSON array. Export the framework from Moodle again.");
            return;
        }
        List<String> names = List.of(text(cells, MoodleColumn.SCALE_VALUES).split(",")).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.size() >= 2 && !sketch.document().has("scale")) {
            write(names);
        }
    }

    private void write(List<String> names) {
        ObjectNode scale = sketch.document().putObject("scale");
        scale.put("min", 1);
        scale.put("max", names.size());
        scale.put("step", 1);
        ArrayNode steps = scale.putArray("steps");
        for (String name : names) {
            ObjectNode step = steps.addObject();
            step.put("value", steps.size());
            boolean chinese = Texts.detected(name).zh() != null;
            Sketch.text(step, "name", chinese ? "zh" : "en", name);
        }
    }

    private boolean isArray(String configuration) {
        try {
            JsonNode parsed = json.readTree(configuration);
            return parsed.isArray();
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private String description(List<String> cells) {
        String description = cell(cells, MoodleColumn.DESCRIPTION);
        return NOT_HTML.contains(cell(cells, MoodleColumn.DESCRIPTION_FORMAT).strip())
                ? description.strip()
                : HtmlText.of(description);
    }

    /** Moodle allows markup in names, too. */
    private String text(List<String> cells, MoodleColumn column) {
        return HtmlText.of(cell(cells, column)).replace('\n', ' ');
    }

    private String cell(List<String> cells, MoodleColumn column) {
        Integer index = header.get(column);
        return index == null || index >= cells.size() ? "" : cells.get(index);
    }
}
