package dev.skillladder.catalog.exchange.table;

import dev.skillladder.catalog.exchange.Element;
import dev.skillladder.catalog.exchange.Part;
import dev.skillladder.catalog.exchange.Sketch;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Skills with their texts, synonyms and references, without behaviours. */
final class SkillTable implements Table {

    @Override
    public Part part() {
        return Part.SKILLS;
    }

    @Override
    public String chineseName() {
        return "技能";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.SKILL,
                Column.CATEGORY,
                Column.NAME_ZH,
                Column.NAME_EN,
                Column.DESCRIPTION_ZH,
                Column.DESCRIPTION_EN,
                Column.HALF_LIFE,
                Column.SYNONYMS_ZH,
                Column.SYNONYMS_EN,
                Column.IMPROVE,
                Column.PREREQUISITES,
                Column.SOURCE);
    }

    @Override
    public List<Column> keys() {
        return List.of(Column.SKILL);
    }

    @Override
    public Stream<List<@Nullable Object>> rows(FrameworkDocument document) {
        return Cells.there(document.skills()).map(SkillTable::row);
    }

    private static List<@Nullable Object> row(Skill skill) {
        Text name = Cells.both(skill.name());
        Text description = Cells.both(skill.description());
        return Arrays.asList(
                skill.id(),
                skill.category(),
                name.zh(),
                name.en(),
                description.zh(),
                description.en(),
                skill.halfLife(),
                synonyms(skill, "zh"),
                synonyms(skill, "en"),
                skill.improve() == null ? null : ListCell.write(skill.improve()),
                ListCell.write(skill.prerequisites()),
                skill.source());
    }

    private static @Nullable String synonyms(Skill skill, String language) {
        Map<String, List<String>> synonyms = skill.synonyms();
        return Optional.ofNullable(synonyms)
                .map(all -> all.get(language))
                .map(ListCell::write)
                .orElse(null);
    }

    @Override
    public Element element(Line line) {
        return new Element("skills", line.slug(Column.SKILL));
    }

    @Override
    public void take(Line line, Sketch sketch) {
        String id = line.slug(Column.SKILL);
        columns().forEach(line::text); // refuses before anything is changed
        ObjectNode skill = sketch.skill(id);
        line.ifThere(Column.CATEGORY, value -> Sketch.set(skill, "category", Cells.stripped(value)));
        line.ifThere(Column.NAME_ZH, value -> Sketch.text(skill, "name", "zh", value));
        line.ifThere(Column.NAME_EN, value -> Sketch.text(skill, "name", "en", value));
        line.ifThere(Column.DESCRIPTION_ZH, value -> Sketch.text(skill, "description", "zh", value));
        line.ifThere(Column.DESCRIPTION_EN, value -> Sketch.text(skill, "description", "en", value));
        line.ifThere(Column.HALF_LIFE, value -> Sketch.set(skill, "halfLife", Cells.stripped(value)));
        line.ifThere(Column.SYNONYMS_ZH, value -> synonyms(skill, "zh", value));
        line.ifThere(Column.SYNONYMS_EN, value -> synonyms(skill, "en", value));
        line.ifThere(Column.IMPROVE, value -> list(skill, "improve", value));
        line.ifThere(Column.PREREQUISITES, value -> list(skill, "prerequisites", value));
        line.ifThere(Column.SOURCE, value -> Sketch.set(skill, "source", value));
    }

    /** An empty cell leaves an empty list empty and an absent one absent. */
    private static void synonyms(ObjectNode skill, String language, @Nullable String value) {
        ObjectNode synonyms = skill.get("synonyms") instanceof ObjectNode there ? there : skill.putObject("synonyms");
        if (value == null && !synonyms.has(language)) {
            return;
        }
        list(synonyms, language, value);
    }

    private static void list(ObjectNode owner, String property, @Nullable String value) {
        if (value == null && !owner.has(property)) {
            return;
        }
        ArrayNode list = owner.putArray(property);
        ListCell.read(value == null ? "" : value).forEach(list::add);
    }
}
