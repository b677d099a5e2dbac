package dev.skillladder.seeds;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.FrameworkDocument.Behaviour;
import dev.skillladder.contract.catalog.FrameworkDocument.DevelopmentAction;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A skill as it stands in {@code framework/skills/<category>.json}. Its category is the file's name; the actions that
 * improve it are those that name it in {@code actions.json}.
 *
 * @param behaviours for the steps 1, 2, 3 … in this order
 * @param halfLife a class of {@code framework.json}; null: {@code standard}
 */
record SkillEntry(
        String id,
        Text name,
        Text description,
        @Nullable String halfLife,
        Map<String, List<String>> synonyms,
        String source,
        List<Text> behaviours) {

    Skill skill(String category, List<DevelopmentAction> actions) {
        List<Behaviour> steps = IntStream.range(0, behaviours.size())
                .mapToObj(i -> new Behaviour(i + 1, behaviours.get(i), "editorial"))
                .toList();
        List<String> improve = actions.stream()
                .filter(action -> action.skills().contains(id))
                .map(DevelopmentAction::id)
                .toList();
        return new Skill(
                id,
                category,
                name,
                description,
                steps,
                halfLife == null ? "standard" : halfLife,
                synonyms,
                improve,
                source,
                List.of());
    }
}
