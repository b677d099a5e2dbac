package dev.skillladder.catalog.search;

import dev.skillladder.contract.Text;
import org.jspecify.annotations.Nullable;

/**
 * A skill that was found.
 *
 * @param id of the skill, within the framework
 * @param matched the id, name or synonym that matched best; null if nothing was asked for
 */
record SkillHit(
        String framework,
        int version,
        String id,
        String category,
        Text name,
        Text description,
        @Nullable String matched) {}
