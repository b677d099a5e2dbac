package dev.skillladder.assessment.explanation;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What skills, levels and roles are called; the id where a document gives no name. */
final class Names {

    private final Map<String, Text> skills = new HashMap<>();
    private final Map<String, Text> levels = new HashMap<>();
    private Text role;

    Names(FrameworkDocument document, String roleId) {
        document.skills().forEach(skill -> skills.put(skill.id(), orId(skill.name(), skill.id())));
        this.role = orId(null, roleId);
        for (var candidate : document.roles()) {
            if (candidate.id().equals(roleId)) {
                this.role = orId(candidate.name(), roleId);
                document.ladders().stream()
                        .filter(ladder -> ladder.id().equals(candidate.ladder()))
                        .flatMap(ladder -> ladder.levels().stream())
                        .forEach(level -> levels.put(level.id(), orId(level.name(), level.id())));
            }
        }
    }

    Text skill(String id) {
        return skills.getOrDefault(id, orId(null, id));
    }

    Text level(String id) {
        return levels.getOrDefault(id, orId(null, id));
    }

    Text role() {
        return role;
    }

    // an inline framework may leave texts out
    private static Text orId(@Nullable Text name, String id) {
        return name == null ? new Text(id, id) : name;
    }
}
