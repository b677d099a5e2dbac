package dev.skillladder.seeds;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument.Ladder;
import dev.skillladder.contract.catalog.FrameworkDocument.Level;
import dev.skillladder.contract.catalog.FrameworkDocument.Requirement;
import dev.skillladder.contract.catalog.FrameworkDocument.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role with its own ladder, as it stands in {@code framework/roles/<role>.json}. */
record RoleFile(
        String id, Text name, Text description, String source, List<Level> levels, List<RequirementRow> requirements) {

    /**
     * What the levels ask of one skill, one number per level, lowest first; null at levels that do not ask it yet.
     *
     * @param importance one number per level, read only where there is a proficiency
     */
    record RequirementRow(
            String skill,
            List<@Nullable Double> proficiency,
            List<Integer> importance,
            @Nullable Boolean mustHave,
            String source) {}

    Ladder ladder() {
        return new Ladder(id, levels);
    }

    Role role() {
        List<Requirement> all = new ArrayList<>();
        for (int level = 0; level < levels.size(); level++) {
            for (RequirementRow row : requirements) {
                Double proficiency = row.proficiency().get(level);
                if (proficiency != null) {
                    all.add(new Requirement(
                            levels.get(level).id(),
                            row.skill(),
                            proficiency,
                            row.importance().get(level),
                            Boolean.TRUE.equals(row.mustHave()),
                            row.source()));
                }
            }
        }
        return new Role(id, name, description, id, List.copyOf(all), source);
    }
}
