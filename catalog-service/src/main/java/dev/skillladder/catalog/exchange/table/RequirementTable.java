package dev.skillladder.catalog.exchange.table;

import dev.skillladder.catalog.exchange.Element;
import dev.skillladder.catalog.exchange.Part;
import dev.skillladder.catalog.exchange.Sketch;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Requirement;
import dev.skillladder.contract.catalog.FrameworkDocument.Role;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What levels of roles ask for. */
final class RequirementTable implements Table {

    @Override
    public Part part() {
        return Part.REQUIREMENTS;
    }

    @Override
    public String chineseName() {
        return "要求";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.ROLE,
                Column.LEVEL,
                Column.SKILL,
                Column.PROFICIENCY,
                Column.IMPORTANCE,
                Column.MUST_HAVE,
                Column.SOURCE);
    }

    @Override
    public List<Column> keys() {
        return List.of(Column.ROLE, Column.LEVEL, Column.SKILL, Column.PROFICIENCY, Column.IMPORTANCE);
    }

    @Override
    public Stream<List<@Nullable Object>> rows(FrameworkDocument document) {
        return Cells.there(document.roles())
                .flatMap(role -> Cells.there(role.requirements()).map(requirement -> row(role, requirement)));
    }

    private static List<@Nullable Object> row(Role role, Requirement requirement) {
        return Arrays.asList(
                role.id(),
                requirement.level(),
                requirement.skill(),
                BigDecimal.valueOf(requirement.proficiency()).stripTrailingZeros(),
                requirement.importance(),
                Boolean.toString(requirement.mustHave()),
                requirement.source());
    }

    @Override
    public Element element(Line line) {
        return new Element(
                "requirements", line.slug(Column.ROLE) + "/" + line.slug(Column.LEVEL) + "/" + line.slug(Column.SKILL));
    }

    @Override
    public void take(Line line, Sketch sketch) {
        ObjectNode role = known(line, sketch, Column.ROLE, "roles", "role");
        known(line, sketch, Column.SKILL, "skills", "skill");
        refuseUnknownLevel(line, role, sketch);
        double proficiency = line.number(Column.PROFICIENCY).doubleValue();
        int importance = line.whole(Column.IMPORTANCE);
        boolean mustHave = line.yes(Column.MUST_HAVE);
        line.text(Column.SOURCE);
        ObjectNode requirement = sketch.requirement(role, line.slug(Column.LEVEL), line.slug(Column.SKILL));
        requirement.put("proficiency", proficiency);
        requirement.put("importance", importance);
        if (line.has(Column.MUST_HAVE) || !requirement.has("mustHave")) {
            requirement.put("mustHave", mustHave);
        }
        line.ifThere(Column.SOURCE, value -> Sketch.set(requirement, "source", value));
    }

    private static ObjectNode known(Line line, Sketch sketch, Column column, String list, String what) {
        String id = line.slug(column);
        return sketch.find(list, id)
                .orElseThrow(() ->
                        new CellRefused(column, "There is no %s '%s'; add it to the draft first.".formatted(what, id)));
    }

    private static void refuseUnknownLevel(Line line, ObjectNode role, Sketch sketch) {
        String level = line.slug(Column.LEVEL);
        String ladder = role.path("ladder").asString("");
        boolean known = sketch.find("ladders", ladder).stream()
                .flatMap(found -> found.path("levels").valueStream())
                .anyMatch(each -> each.path("id").asString("").equals(level));
        if (!known) {
            throw new CellRefused(Column.LEVEL, "Ladder '%s' has no level '%s'.".formatted(ladder, level));
        }
    }
}
