package dev.skillladder.assessment.impact;

import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a draft does to one person's verified level. */
enum Change {
    /** A higher level, or one where there was none. */
    RISE,
    /** A lower level or none: what is known says so, or the role is gone. */
    FALL,
    /** The level is not verified any more, and still possible: evidence would be due. */
    INSUFFICIENT,
    /** The same level. */
    UNCHANGED;

    /** @param after null if the draft has no such role */
    static Change between(LevelResult before, @Nullable LevelResult after) {
        if (after == null) {
            return FALL;
        }
        int was = rank(before.verified(), before, after);
        int is = rank(after.verified(), after, after);
        if (is == was) {
            return UNCHANGED;
        }
        return is > was ? RISE : rank(after.possible(), after, after) >= was ? INSUFFICIENT : FALL;
    }

    /** Where a level stands in the draft's ladder; one that is gone from it keeps the place it had. */
    private static int rank(@Nullable String level, LevelResult of, LevelResult in) {
        int kept = place(level, in.levels());
        return kept >= 0
                ? kept
                : Math.min(place(level, of.levels()), in.levels().size() - 1);
    }

    private static int place(@Nullable String level, List<LevelOutcome> ladder) {
        for (int rank = 0; rank < ladder.size(); rank++) {
            if (ladder.get(rank).level().equals(level)) {
                return rank;
            }
        }
        return -1;
    }
}
