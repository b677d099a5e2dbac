package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.explanation.Explanation.Measure;
import dev.skillladder.assessment.explanation.Explanation.RequirementLine;
import dev.skillladder.assessment.explanation.Inputs.Group;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sentence about one skill says, before it is put into words.
 *
 * @param own the reader is the person
 * @param exempt the skill is left out of this person's rule
 * @param groups kinds that speak
 * @param levelName of {@code requirement}, null without one
 * @param next who would help most, null if nobody would
 * @param managerSpoke a manager's review is in it already
 * @param ownRule what the framework's own rule makes of it, null for LEVELS-1
 */
record Spoken(
        boolean own,
        boolean exempt,
        Text skill,
        @Nullable Measure measure,
        List<Group> groups,
        @Nullable Text levelName,
        @Nullable RequirementLine requirement,
        boolean stale,
        @Nullable Kind next,
        boolean managerSpoke,
        @Nullable Text ownRule) {

    Text sentence() {
        return new Text(Chinese.say(this), English.say(this));
    }

    /** At most one decimal, none if it is zero. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** How sure the verdict is, whichever way it goes. */
    static double sureness(RequirementLine requirement) {
        var p = requirement.p() == null ? 0 : requirement.p();
        return requirement.status() == Status.MET ? p : 1 - p;
    }

    /** From here on a verdict needs no caution. */
    static boolean sure(RequirementLine requirement) {
        return sureness(requirement) >= .80;
    }
}
