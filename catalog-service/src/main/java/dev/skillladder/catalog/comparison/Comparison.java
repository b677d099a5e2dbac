package dev.skillladder.catalog.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.skillladder.catalog.difference.Change;
import dev.skillladder.catalog.difference.ChangeType;
import dev.skillladder.catalog.difference.Differences;
import dev.skillladder.catalog.problem.Refusal;
import dev.skillladder.catalog.request.Page;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two states of a framework with everything that differs.
 *
 * @param textOnly whether nothing but texts differs, so that no level can change
 */
record Comparison(String framework, Side from, Side to, boolean textOnly, List<Change> changes) {

    static Comparison of(String framework, Side from, Side to, List<Change> changes) {
        return new Comparison(framework, from, to, from.exists() && Differences.areTexts(changes), changes);
    }

    Map<ChangeType, Integer> counts() {
        Map<ChangeType, Integer> counts = new EnumMap<>(ChangeType.class);
        changes.forEach(change -> counts.merge(change.type(), 1, Integer::sum));
        return counts;
    }

    /** Some of the changes, as they are told over HTTP. */
    Part part(@Nullable ChangeType type, int after, int limit) {
        if (after < 0) {
            throw Refusal.badRequest(
                    "bad-cursor", "after is not a cursor: pass the next of the page before, unchanged.");
        }
        List<Change> left = changes.stream()
                .filter(change -> type == null || change.type() == type)
                .skip(after)
                .limit(limit + 1L)
                .toList();
        Page<Change> page = Page.of(left, limit, any -> Integer.toString(after + limit));
        return new Part(framework, from, to, textOnly, counts(), page.items(), page.next());
    }

    /**
     * One end of a comparison.
     *
     * @param version the published version; absent for a draft, and before anything was published
     * @param revision of the draft
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Side(
            @Nullable Integer version,
            @Nullable UUID draft,
            @Nullable Long revision) {

        static final Side NOTHING = new Side(null, null, null);

        private boolean exists() {
            return version != null || draft != null;
        }
    }

    /**
     * A page of a comparison.
     *
     * @param counts how many changes there are of each type, on all pages
     * @param next pass it as {@code after} to get the next page; null on the last
     */
    record Part(
            String framework,
            Side from,
            Side to,
            boolean textOnly,
            Map<ChangeType, Integer> counts,
            List<Change> items,
            @Nullable String next) {}
}
