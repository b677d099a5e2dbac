package dev.skillladder.catalog.exchange;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tree of competencies from another system: what has something below it becomes a category, what has not becomes a skill.
 * Texts stay in the language they come in; the other one is left missing for validation to report.
 */
public final class Outline {

    private static final int DEEPEST = 50;

    private final Sketch sketch;
    private final Reading reading;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Slugs slugs = new Slugs();

    /** An outline that will be worked into a sketch. */
    public Outline(Sketch sketch, Reading reading) {
        this.sketch = sketch;
        this.reading = reading;
    }

    /** Adds an entry; the second with the same key is refused. */
    public void add(Entry entry) {
        if (entries.putIfAbsent(entry.key(), entry) != null) {
            reading.refuse(
                    new Element("skills", entry.wish()), entry.place(), "The file has '" + entry.key() + "' twice.");
        }
    }

    /** Gives the framework its name and description where it has none in that language. */
    public void framework(Texts name, Texts description) {
        name.into(sketch.document(), "name");
        description.into(sketch.document(), "description");
    }

    /**
     * Works everything in.
     *
     * @param root where skills without a category go
     */
    public void take(Entry root) {
        Set<String> parents = parents();
        List<Entry> known = entries.values().stream().filter(this::isPlaced).toList();
        boolean rootNeeded = known.stream().anyMatch(entry -> entry.parent() == null && !parents.contains(entry.key()));
        if (rootNeeded) {
            category(root);
        }
        known.stream().filter(entry -> parents.contains(entry.key())).forEach(this::category);
        known.stream()
                .filter(entry -> !parents.contains(entry.key()))
                .forEach(entry -> skill(entry, entry.parent() == null ? root : parent(entry)));
    }

    /** The id a key was given, for what refers to it. */
    public String id(Entry entry) {
        return slugs.of(entry.key(), entry.wish());
    }

    private Set<String> parents() {
        Set<String> parents = new HashSet<>();
        for (Entry entry : entries.values()) {
            if (entry.parent() != null) {
                parents.add(entry.parent());
            }
        }
        return parents;
    }

    /** Refuses what hangs on something the file does not have, or on itself. */
    private boolean isPlaced(Entry entry) {
        Set<String> above = new HashSet<>();
        for (Entry each = entry; each.parent() != null; each = parent(each)) {
            if (!above.add(each.key()) || above.size() > DEEPEST) {
                refuse(entry, "It is below itself, or more than " + DEEPEST + " levels deep.");
                return false;
            }
            if (!entries.containsKey(each.parent())) {
                refuse(entry, "Its parent '" + each.parent() + "' is not in the file.");
                return false;
            }
        }
        return true;
    }

    private void refuse(Entry entry, String reason) {
        reading.refuse(new Element("skills", id(entry)), entry.place(), reason);
    }

    private Entry parent(Entry entry) {
        Entry parent = entries.get(entry.parent());
        if (parent == null) {
            throw new IllegalStateException("unplaced entries were refused: " + entry.key());
        }
        return parent;
    }

    private void category(Entry entry) {
        ObjectNode category = sketch.element("categories", id(entry));
        if (entry.parent() != null) {
            category.put("parent", id(parent(entry)));
        }
        texts(category, entry);
        reading.found(new Element("categories", id(entry)), entry.place());
    }

    private void skill(Entry entry, Entry category) {
        ObjectNode skill = sketch.skill(id(entry));
        skill.put("category", id(category));
        texts(skill, entry);
        entry.synonyms().forEach((language, words) -> {
            ObjectNode synonyms =
                    skill.get("synonyms") instanceof ObjectNode there ? there : skill.putObject("synonyms");
            ArrayNode list = synonyms.putArray(language);
            words.forEach(list::add);
        });
        reading.found(new Element("skills", id(entry)), entry.place());
    }

    private static void texts(ObjectNode element, Entry entry) {
        entry.name().into(element, "name");
        entry.description().into(element, "description");
        if (!element.has("source")) {
            element.put("source", entry.source());
        }
    }

    /**
     * One competency.
     *
     * @param key the other system's identifier
     * @param parent key of what it is below; null at the top
     * @param wish what its id is made from
     * @param synonyms by language
     * @param source where the statement comes from
     */
    public record Entry(
            String key,
            @Nullable String parent,
            String wish,
            Texts name,
            Texts description,
            Map<String, List<String>> synonyms,
            String source,
            Place place) {}

    /**
     * A text in the languages it has.
     *
     * @param zh null if it is not given in Chinese
     * @param en null if it is not given in English
     */
    public record Texts(@Nullable String zh, @Nullable String en) {

        /** A text in one language; everything that is not Chinese counts as English, which is what most systems lack a mark for. */
        public static Texts in(@Nullable String language, @Nullable String text) {
            return language != null && language.startsWith("zh") ? new Texts(text, null) : new Texts(null, text);
        }

        /** A text of unknown language: Chinese if it has Chinese characters. */
        public static Texts detected(@Nullable String text) {
            boolean chinese = text != null
                    && text.codePoints()
                            .anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
            return in(chinese ? "zh" : "en", text);
        }

        void into(ObjectNode owner, String property) {
            if (zh != null && !zh.isBlank()) {
                Sketch.text(owner, property, "zh", zh);
            }
            if (en != null && !en.isBlank()) {
                Sketch.text(owner, property, "en", en);
            }
        }
    }
}
