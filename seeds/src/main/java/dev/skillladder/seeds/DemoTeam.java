package dev.skillladder.seeds;

import dev.skillladder.contract.Text;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** A team of the demo organisation, a line of {@code demo/teams.json}; parents come before their teams. */
record DemoTeam(String key, UUID id, Text name, @Nullable String parent, String lead) {

    static List<DemoTeam> all() {
        return SeedFiles.read("demo/teams.json", new TypeReference<>() {});
    }
}
