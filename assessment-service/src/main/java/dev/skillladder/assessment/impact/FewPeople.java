package dev.skillladder.assessment.impact;

import dev.skillladder.assessment.impact.ImpactAnswer.Counts;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the counts of small groups: who knows the group would know the person. If the groups left out are few people
 * even together, the smallest of the others goes too, or a subtraction would bring them back.
 */
final class FewPeople {

    /** The smallest group that is shown. */
    static final int SHOWN_FROM = 5;

    private FewPeople() {}

    /** The counts in their order, null where they are left out. */
    static List<@Nullable Counts> hidden(List<Counts> groups) {
        List<Integer> smallestFirst = IntStream.range(0, groups.size())
                .boxed()
                .sorted(Comparator.comparingLong(group -> groups.get(group).people()))
                .toList();
        Set<Integer> hidden = new HashSet<>();
        long people = 0;
        for (int group : smallestFirst) {
            long size = groups.get(group).people();
            if (size < SHOWN_FROM || (!hidden.isEmpty() && people < SHOWN_FROM)) {
                hidden.add(group);
                people += size;
            }
        }
        return IntStream.range(0, groups.size())
                .<@Nullable Counts>mapToObj(group -> hidden.contains(group) ? null : groups.get(group))
                .toList();
    }
}
