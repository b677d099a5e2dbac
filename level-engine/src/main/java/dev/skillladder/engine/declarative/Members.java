package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Requirements;
import dev.skillladder.contract.catalog.DeclarativeRule.Selection;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Category;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which skills a selection names, whatever the level asks. */
final class Members {

    private final Map<String, Set<String>> skills = new HashMap<>();
    private final Map<String, Set<String>> children = new HashMap<>();

    Members(FrameworkDocument document) {
        for (Category category : document.categories()) {
            if (category.parent() != null) {
                children.computeIfAbsent(category.parent(), _ -> new HashSet<>())
                        .add(category.id());
            }
        }
        for (Skill skill : document.skills()) {
            // an inline framework may do without categories
            if (skill.category() != null) {
                skills.computeIfAbsent(skill.category(), _ -> new HashSet<>()).add(skill.id());
            }
        }
    }

    /** Sorted; null if it names none itself and takes whatever the level asks. */
    @Nullable SortedSet<String> of(Selection selection) {
        if (selection.skills() == null && selection.categories() == null) {
            return null;
        }
        var named = new TreeSet<String>();
        if (selection.skills() != null) {
            named.addAll(selection.skills());
        }
        if (selection.categories() != null) {
            named.addAll(below(selection.categories(), Boolean.TRUE.equals(selection.subtree())));
        }
        return named;
    }

    private Set<String> below(List<String> categories, boolean subtree) {
        var named = new HashSet<String>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(categories);
        while (!open.isEmpty()) {
            var category = open.remove();
            if (seen.add(category)) {
                named.addAll(skills.getOrDefault(category, Set.of()));
                if (subtree) {
                    open.addAll(children.getOrDefault(category, Set.of()));
                }
            }
        }
        return named;
    }

    /** Whether a requirement belongs to the selection's part of them. */
    static boolean takes(Requirements requirements, boolean mustHave) {
        return switch (requirements) {
            case ALL -> true;
            case MUST_HAVES -> mustHave;
            case OTHERS -> !mustHave;
        };
    }
}
