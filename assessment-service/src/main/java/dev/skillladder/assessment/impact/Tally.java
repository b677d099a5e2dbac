package dev.skillladder.assessment.impact;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a batch found.
 *
 * @param people looked at
 */
record Tally(int people, List<Affected> found) {

    Tally {
        found = List.copyOf(found);
    }

    long of(Change change) {
        return counts(found).getOrDefault(change, 0L);
    }

    static Map<Change, Long> counts(Collection<Affected> some) {
        Map<Change, Long> counts = new EnumMap<>(Change.class);
        some.forEach(one -> counts.merge(one.change(), 1L, Long::sum));
        return counts;
    }
}
