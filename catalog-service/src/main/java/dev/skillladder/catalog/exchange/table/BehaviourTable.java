package dev.skillladder.catalog.exchange.table;

import dev.skillladder.catalog.exchange.Element;
import dev.skillladder.catalog.exchange.Part;
import dev.skillladder.catalog.exchange.Sketch;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Behaviour;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a person does at each step of a skill. */
final class BehaviourTable implements Table {

    @Override
    public Part part() {
        return Part.BEHAVIOURS;
    }

    @Override
    public String chineseName() {
        return "行为";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.SKILL, Column.STEP, Column.TEXT_ZH, Column.TEXT_EN, Column.SOURCE);
    }

    @Override
    public List<Column> keys() {
        return List.of(Column.SKILL, Column.STEP);
    }

    @Override
    public Stream<List<@Nullable Object>> rows(FrameworkDocument document) {
        return Cells.there(document.skills())
                .flatMap(skill -> Cells.there(skill.behaviours()).map(behaviour -> row(skill, behaviour)));
    }

    private static List<@Nullable Object> row(Skill skill, Behaviour behaviour) {
        Text text = Cells.both(behaviour.text());
        return Arrays.asList(skill.id(), behaviour.step(), text.zh(), text.en(), behaviour.source());
    }

    @Override
    public Element element(Line line) {
        return new Element("behaviours", line.slug(Column.SKILL) + "/" + line.whole(Column.STEP));
    }

    @Override
    public void take(Line line, Sketch sketch) {
        ObjectNode skill = sketch.find("skills", line.slug(Column.SKILL))
                .orElseThrow(() -> new CellRefused(
                        Column.SKILL,
                        "There is no skill '%s'; import the skills first.".formatted(line.slug(Column.SKILL))));
        int step = line.whole(Column.STEP);
        columns().forEach(line::text); // refuses before anything is changed
        ObjectNode behaviour = sketch.behaviour(skill, step);
        line.ifThere(Column.TEXT_ZH, value -> Sketch.text(behaviour, "text", "zh", value));
        line.ifThere(Column.TEXT_EN, value -> Sketch.text(behaviour, "text", "en", value));
        line.ifThere(Column.SOURCE, value -> Sketch.set(behaviour, "source", value));
    }
}
