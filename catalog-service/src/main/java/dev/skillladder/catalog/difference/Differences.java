package dev.skillladder.catalog.difference;

import dev.skillladder.catalog.difference.Succession.Passage;
import dev.skillladder.catalog.document.Place;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What differs between two documents; every difference of their data is in one of the changes. */
public final class Differences {

    private final Sentences sentences;
    private final Names names;

    private Differences(JsonNode before, JsonNode after) {
        this.names = new Names(before, after);
        this.sentences = new Sentences(names);
    }

    /**
     * What differs between an older and a newer document. Skills that go on as others are told as that, and not as
     * removed and added.
     *
     * @param mappings of every version after the older one up to the newer one, the oldest first
     */
    public static List<Change> between(JsonNode older, JsonNode newer, List<List<SkillMapping>> mappings) {
        return new Differences(older, newer).between(older, newer, Succession.of(mappings));
    }

    /** The way back from a newer document to an older one; mappings as in {@link #between}. */
    public static List<Change> back(JsonNode newer, JsonNode older, List<List<SkillMapping>> mappings) {
        return new Differences(newer, older)
                .between(newer, older, Succession.of(mappings).reversed());
    }

    /** What an edit changes, its own mappings included. */
    public static List<Change> ofEdit(JsonNode before, JsonNode after) {
        Differences differences = new Differences(before, after);
        return Walk.differences(before, after).stream().map(differences::change).toList();
    }

    /** Whether nobody's level can change: all are about texts. */
    public static boolean areTexts(List<Change> changes) {
        return changes.stream().allMatch(change -> change.type().isText());
    }

    private List<Change> between(JsonNode before, JsonNode after, Succession succession) {
        List<Found> found = Walk.differences(before, after);
        List<Passage> passages = succession.passages(gone(found), skillIds(after));
        Set<String> told = new HashSet<>();
        passages.forEach(passage -> {
            told.addAll(passage.from());
            told.addAll(passage.to());
        });
        List<Change> changes = new ArrayList<>();
        passages.forEach(passage -> changes.add(change(passage)));
        found.stream()
                .filter(each -> !each.place().pattern().startsWith("mappings"))
                .filter(each -> !(isSkill(each) && told.contains(each.place().segment())))
                .forEach(each -> changes.add(change(each)));
        return changes;
    }

    private static Set<String> gone(List<Found> found) {
        return found.stream()
                .filter(each -> isSkill(each) && each.after() == null)
                .map(each -> each.place().segment())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> skillIds(JsonNode document) {
        return document.path("skills")
                .valueStream()
                .map(skill -> skill.path("id").asString(""))
                .collect(Collectors.toSet());
    }

    private static boolean isSkill(Found found) {
        return found.element() && found.place().pattern().equals("skills");
    }

    private Change change(Found found) {
        ChangeType type = found.type();
        return new Change(
                type,
                Thing.at(found.place()),
                Ids.of(found.place()),
                found.place().path(),
                found.before(),
                found.after(),
                sentences.of(type, found));
    }

    private Change change(Passage passage) {
        String skill = passage.from().size() > 1
                ? passage.to().getFirst()
                : passage.from().getFirst();
        Map<String, String> ids = new LinkedHashMap<>(Map.of("skill", skill));
        return new Change(
                passage.type(),
                Thing.SKILL,
                ids,
                Place.TOP.property("skills").element(skill).path(),
                array(passage.from()),
                array(passage.to()),
                sentence(passage));
    }

    private Text sentence(Passage passage) {
        String fromZh = all(passage.from(), true);
        String fromEn = all(passage.from(), false);
        String toZh = all(passage.to(), true);
        String toEn = all(passage.to(), false);
        return switch (passage.type()) {
            case SPLIT ->
                new Text("技能" + fromZh + "拆分为" + toZh + "。", "Skill " + fromEn + " is split into " + toEn + ".");
            case MERGED ->
                new Text("技能" + fromZh + "合并为" + toZh + "。", "Skills " + fromEn + " are merged into " + toEn + ".");
            default ->
                new Text("技能" + fromZh + "由" + toZh + "取代。", "Skill " + fromEn + " is replaced by " + toEn + ".");
        };
    }

    private String all(List<String> skills, boolean zh) {
        return skills.stream()
                .map(skill -> names.of(Thing.SKILL, skill))
                .map(name -> zh ? name.zh() : name.en())
                .collect(Collectors.joining(zh ? "、" : ", "));
    }

    private static ArrayNode array(List<String> ids) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        ids.forEach(array::add);
        return array;
    }
}
