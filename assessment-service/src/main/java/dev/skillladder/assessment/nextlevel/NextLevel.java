package dev.skillladder.assessment.nextlevel;

import dev.skillladder.assessment.development.Suggestions.Suggestion;
import dev.skillladder.contract.Text;
import dev.skillladder.engine.ShortestPath.Ranking;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The shortest ways to a level.
 *
 * @param target null if the highest level is held already
 * @param exact proved: no smaller set exists, and for LEVELS-1 none of this size that ranks before the first; false if the
 *     search broke off, so that the way is good but may not be the shortest
 * @param atLeast so many skills are needed, proved
 * @param paths the best first, each one leads to the target; empty if raising skills cannot lead there
 */
record NextLevel(
        UUID engineer,
        String framework,
        int frameworkVersion,
        String role,
        LocalDate asOf,
        @Nullable String verified,
        @Nullable String possible,
        @Nullable String confirmed,
        @Nullable String target,
        @Nullable Text targetName,
        Ranking rankedBy,
        boolean exact,
        int atLeast,
        List<Way> paths) {

    /**
     * One smallest set of raises.
     *
     * @param effort of all steps, in steps of the scale
     * @param interest the person's stated interest in them, added up
     * @param verified level that follows, as the engine computes it
     * @param pLow P_low of that level
     */
    record Way(
            List<Raise> steps,
            double effort,
            int interest,
            @Nullable String verified,
            @Nullable Double pLow,
            Text sentence) {}

    /**
     * One skill to raise; what it builds on comes before it.
     *
     * @param what RAISE, or REVIEW where what is known or claimed is good enough but does not count yet
     * @param from estimate now, null if nothing is known
     * @param to least value that is enough
     * @param proficiency what the target level asks for, null if only a level below does
     * @param interest 0 to 3, as stated
     * @param actions templates for a development action
     */
    record Raise(
            String skill,
            Text name,
            What what,
            @Nullable Double from,
            double to,
            double effort,
            @Nullable Double proficiency,
            @Nullable Integer importance,
            boolean mustHave,
            int interest,
            List<Suggestion> actions) {}

    /** What a step takes. */
    enum What {
        /** Get better. */
        RAISE,
        /** Have it reviewed. */
        REVIEW
    }
}
