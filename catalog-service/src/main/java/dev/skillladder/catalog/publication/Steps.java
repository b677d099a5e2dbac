package dev.skillladder.catalog.publication;

import dev.skillladder.catalog.difference.Change;
import dev.skillladder.catalog.difference.Differences;
import dev.skillladder.catalog.document.CanonicalJson;
import dev.skillladder.catalog.draft.Draft;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.contract.catalog.FrameworkDocument.SkillMapping;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Compares a draft with the newest version, which it would follow. Keeps no document: they are large. */
@Component
class Steps {

    private final CanonicalJson json;

    Steps(CanonicalJson json) {
        this.json = json;
    }

    Step from(Optional<PublishedVersion> newest, Draft draft) {
        JsonNode after = json.tree(draft.document());
        if (newest.isEmpty()) {
            return new Step(null, Set.of(), false, Differences.ofEdit(json.tree("{}"), after));
        }
        PublishedVersion version = newest.get();
        JsonNode before = json.tree(version.document());
        List<SkillMapping> mappings = json.mappings(after);
        List<Change> changes = Differences.between(before, after, List.of(mappings));
        // a draft that started from the version has its mappings no more; one with the same file again has them still
        boolean nothing = version.document().equals(draft.document()) || (changes.isEmpty() && mappings.isEmpty());
        return new Step(version, skills(before), nothing, changes);
    }

    private static Set<String> skills(JsonNode document) {
        return document.path("skills")
                .valueStream()
                .map(skill -> skill.path("id").asString(""))
                .collect(Collectors.toSet());
    }
}
