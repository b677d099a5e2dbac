package dev.skillladder.catalog.publication;

import dev.skillladder.catalog.difference.Change;
import dev.skillladder.catalog.difference.Differences;
import dev.skillladder.catalog.framework.PublishedVersion;
import dev.skillladder.catalog.problem.Fault;
import dev.skillladder.catalog.problem.Refusal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What the next version would change.
 *
 * @param newest version so far; null before the first
 * @param skills it has
 * @param changesNothing whether the draft is the newest version again
 */
record Step(@Nullable PublishedVersion newest, Set<String> skills, boolean changesNothing, List<Change> changes) {

    /** More than anybody reads in a refusal; the difference lists all. */
    private static final int MOST_FAULTS = 100;

    /** Whether nobody's level can change: the first version, which has nothing to compare with, never says so. */
    boolean isTextOnly() {
        return newest != null && Differences.areTexts(changes);
    }

    /** What the curator asked for, if it is true; without a wish what the changes say. */
    boolean textOnly(@Nullable Boolean asked) {
        if (asked == null) {
            return isTextOnly();
        }
        if (asked && !isTextOnly()) {
            throw notTextOnly();
        }
        return asked;
    }

    private Refusal notTextOnly() {
        return new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "not-text-only",
                newest == null
                        ? "The first version cannot be textOnly: there is nothing to compare it with."
                        : "The draft changes more than texts since version %d; see errors, whose pointers name ids. Publish it without textOnly."
                                .formatted(newest.version()),
                newest == null ? List.of() : faults());
    }

    private List<Fault> faults() {
        return changes.stream()
                .filter(change -> !change.type().isText())
                .limit(MOST_FAULTS)
                .map(change -> new Fault(
                        change.path(), change.sentence().en(), change.type().name()))
                .toList();
    }
}
