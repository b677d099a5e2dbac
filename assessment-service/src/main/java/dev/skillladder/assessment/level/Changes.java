package dev.skillladder.assessment.level;

import dev.skillladder.assessment.estimate.StoredEstimate;
import dev.skillladder.assessment.observation.PersonSkill;
import dev.skillladder.engine.Estimate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps some people's estimates up to date while they are computed, and notes what that changes in the table. */
class Changes {

    private final Map<UUID, Map<PersonSkill, StoredEstimate>> estimates;
    private final List<StoredEstimate> added = new ArrayList<>();
    private final List<StoredEstimate> replaced = new ArrayList<>();
    private final List<PersonSkill> removed = new ArrayList<>();

    /** Begins with what is stored. */
    Changes(Map<UUID, Map<PersonSkill, StoredEstimate>> estimates) {
        this.estimates = estimates;
    }

    /** Null: nothing counts. An equal estimate keeps its row and the version named there. */
    void note(PersonSkill about, int version, @Nullable Estimate estimate) {
        Map<PersonSkill, StoredEstimate> person = estimates.computeIfAbsent(about.engineer(), _ -> new HashMap<>());
        StoredEstimate before = person.get(about);
        if (estimate == null) {
            if (before != null) {
                removed.add(about);
                person.remove(about);
            }
        } else if (before == null || !before.estimate().equals(estimate)) {
            StoredEstimate after = new StoredEstimate(about, version, estimate);
            (before == null ? added : replaced).add(after);
            person.put(about, after);
        }
    }

    List<StoredEstimate> added() {
        return added;
    }

    List<StoredEstimate> replaced() {
        return replaced;
    }

    List<PersonSkill> removed() {
        return removed;
    }
}
