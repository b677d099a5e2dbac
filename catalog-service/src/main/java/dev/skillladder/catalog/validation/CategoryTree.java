package dev.skillladder.catalog.validation;

import dev.skillladder.contract.catalog.FrameworkDocument.Category;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds categories that are below themselves; linear, since documents are as large as somebody makes them. */
final class CategoryTree {

    private final Findings findings;

    CategoryTree(Findings findings) {
        this.findings = findings;
    }

    void check(@Nullable List<Category> categories) {
        if (categories == null) {
            return;
        }
        Map<String, String> parents = parents(categories);
        peelLeaves(parents);
        for (int index = 0; index < categories.size(); index++) {
            Category category = categories.get(index);
            if (category != null && category.id() != null && parents.containsKey(category.id())) {
                findings.add("/categories/" + index + "/parent", Code.CATEGORY_CYCLE, category.id());
            }
        }
    }

    private static Map<String, String> parents(List<Category> categories) {
        Map<String, String> parents = new HashMap<>();
        for (Category category : categories) {
            if (category != null && category.id() != null && category.parent() != null) {
                parents.putIfAbsent(category.id(), category.parent());
            }
        }
        return parents;
    }

    /** Takes away whatever nothing is below, again and again; only cycles remain. */
    private static void peelLeaves(Map<String, String> parents) {
        Map<String, Integer> children = new HashMap<>();
        parents.values().forEach(parent -> children.merge(parent, 1, Integer::sum));
        Deque<String> leaves = new ArrayDeque<>();
        parents.keySet().stream().filter(id -> !children.containsKey(id)).forEach(leaves::add);
        while (!leaves.isEmpty()) {
            String parent = parents.remove(leaves.remove());
            if (parent != null && children.merge(parent, -1, Integer::sum) == 0) {
                leaves.add(parent);
            }
        }
    }
}
