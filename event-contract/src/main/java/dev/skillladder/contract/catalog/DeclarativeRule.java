package dev.skillladder.contract.catalog;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company's own rule as data: how a skill is read ({@code ratings}), how readings roll up ({@code groups}), and what a
 * level takes ({@code tracks}). Every construct is described in docs/rules.md. All numbers are exact decimals.
 *
 * @param exempt what a skill counts that somebody is exempt from; left out if absent
 * @param stability whether a level once reached stays; {@code PURE} if absent
 */
public record DeclarativeRule(
        List<Rating> ratings,
        List<Group> groups,
        List<Track> tracks,
        @Nullable Exempt exempt,
        @Nullable Stability stability) {

    /**
     * How one skill of a person is read.
     *
     * @param kinds which observations count; all others are excluded
     * @param weights one per kind, for {@code BY_KIND}
     * @param count how many ratings, for {@code AT_LEAST}
     * @param cut from which value a rating is one of them, for {@code AT_LEAST}
     * @param halfLifeDays for {@code DECAYING}; the skill's own if absent
     * @param minRaters least number of different sources, 1 if absent; with fewer the skill is missing
     * @param rounding of what the reducer gives, before it is mapped
     * @param points maps it to points; null if it is used as it is
     * @param proficient turns it into proficient or not
     * @param missing what a skill counts about which too little is known
     */
    public record Rating(
            String id,
            List<Kind> kinds,
            Reducer reducer,
            @Nullable List<KindWeight> weights,
            @Nullable Integer count,
            @Nullable BigDecimal cut,
            @Nullable Integer halfLifeDays,
            @Nullable Integer minRaters,
            Rounding rounding,
            @Nullable List<Points> points,
            @Nullable Proficient proficient,
            Missing missing) {}

    /** One number from what several sources said. */
    public enum Reducer {
        /** m of LEVELS-1, with its decay, caps and least weight. */
        ESTIMATE,
        /** The newest; of several of one day their mean. */
        LATEST,
        HIGHEST,
        LOWEST,
        MEAN,
        /** The middle one, or the mean of the two in the middle. */
        MEDIAN,
        /** The mean of each kind, weighted by kind over those that spoke. */
        BY_KIND,
        /** Proficient or not: {@code count} ratings of {@code cut} or more. */
        AT_LEAST,
        /** The mean, each rating weighing half after a half-life. */
        DECAYING
    }

    /** What one kind weighs. */
    public record KindWeight(Kind kind, BigDecimal weight) {}

    /**
     * How numbers are rounded.
     *
     * @param digits after the decimal point; only without {@code NONE}
     */
    public record Rounding(RoundingMode mode, @Nullable Integer digits) {}

    /** Which way a number is rounded. */
    public enum RoundingMode {
        /** Exact: nothing is rounded. */
        NONE,
        /** Towards zero: truncated. */
        DOWN,
        /** Away from zero. */
        UP,
        /** To the nearest, a half away from zero. */
        HALF_UP,
        /** To the nearest, a half towards zero. */
        HALF_DOWN,
        /** To the nearest, a half to the even neighbour. */
        HALF_EVEN
    }

    /** From {@code from} on, until the next entry, a skill has {@code points}. */
    public record Points(BigDecimal from, BigDecimal points) {}

    /**
     * When a skill is proficient: from a fixed value, or from what the level asks less a tolerance.
     *
     * @param tolerance how much may be missing to the requirement; exactly one of the two is given
     */
    public record Proficient(
            @Nullable BigDecimal from, @Nullable BigDecimal tolerance) {}

    /** What counts for a skill about which too little is known. */
    public enum Missing {
        /** Whatever is computed from it fails. */
        FAIL,
        /** Nothing for the verified level, all it could be for the possible one. */
        UNKNOWN,
        /** It leaves its group, and what remains is taken as the whole. */
        LEAVE_OUT,
        /** Zero, or not proficient. */
        ZERO
    }

    /** What counts for a skill that somebody is exempt from. */
    public enum Exempt {
        /** It leaves its group. */
        LEAVE_OUT,
        /** All it could be. */
        FULL
    }

    /**
     * Skills, or groups, rolled up into one value.
     *
     * @param rating id of the rating that reads the skills; null over groups
     * @param weighing for {@code SUM}, {@code WEIGHTED_MEAN} and {@code SHARE}; equal if absent
     * @param weights one per member, for {@code LISTED}
     * @param count k of {@code K_OF_N}
     * @param cap most a {@code SUM} can give
     * @param steps lowest first, for {@code STEPS}
     */
    public record Group(
            String id,
            @Nullable Text name,
            @Nullable Selection over,
            @Nullable String rating,
            RollUp rollUp,
            @Nullable Weighing weighing,
            @Nullable List<Weight> weights,
            @Nullable Integer count,
            @Nullable BigDecimal cap,
            @Nullable Rounding rounding,
            @Nullable List<Step> steps) {}

    /**
     * What a group is over: skills named one by one, by category or by what the level asks, or other groups.
     *
     * @param subtree whether categories below the listed ones belong to it; needed with {@code categories}
     * @param requirements only what the level asks for, at the level that is being decided
     */
    public record Selection(
            @Nullable List<String> skills,
            @Nullable List<String> categories,
            @Nullable Boolean subtree,
            @Nullable Requirements requirements,
            @Nullable List<String> groups) {}

    /** Which of a level's requirements. */
    public enum Requirements {
        ALL,
        MUST_HAVES,
        /** Those that are no must-haves. */
        OTHERS
    }

    /** How members become one value. */
    public enum RollUp {
        SUM,
        WEIGHTED_MEAN,
        MINIMUM,
        /** Every member is proficient, or holds. */
        ALL,
        /** At least one is. */
        ANY,
        /** At least {@code count} are. */
        K_OF_N,
        /** What the members have as a share of what they could have, 0 to 1. */
        SHARE,
        /** The highest step that holds with all steps below it; 0 without any. */
        STEPS
    }

    /** What members weigh. */
    public enum Weighing {
        EQUAL,
        /** The importance of the level's requirement. */
        IMPORTANCE,
        /** As listed in {@code weights}. */
        LISTED
    }

    /** What one member, a skill or a group, weighs. */
    public record Weight(String of, BigDecimal weight) {}

    /** A step of a group's own scale and all that it takes. */
    public record Step(BigDecimal step, List<Condition> requires) {}

    /**
     * A group, or a skill as a rating reads it, reaches something.
     *
     * @param least reached from this value on
     * @param above reached only beyond this value; neither is given for what is true or not
     * @param absent what holds for a group without any member that counts
     */
    public record Condition(
            @Nullable String group,
            @Nullable String skill,
            @Nullable String rating,
            @Nullable BigDecimal least,
            @Nullable BigDecimal above,
            Absent absent) {}

    /** What a condition says about nothing. */
    public enum Absent {
        PASS,
        FAIL,
        /** Not for the verified level, but for the possible one. */
        UNKNOWN
    }

    /**
     * One way up a role's ladder; a person stands where the best track of the role leads.
     *
     * @param score what {@code from} and {@code to} of the levels compare with; null if only conditions decide
     * @param levels of the ladder, lowest first; a track may leave some out
     * @param vetoes what caps the level
     */
    public record Track(
            String id,
            Text name,
            String role,
            @Nullable Score score,
            Decision decision,
            List<TrackLevel> levels,
            @Nullable List<Veto> vetoes) {}

    /** How the levels of a track depend on each other. */
    public enum Decision {
        /** A level takes all levels below it. */
        CUMULATIVE,
        /** The highest level that holds by itself. */
        HIGHEST
    }

    /**
     * The number that decides.
     *
     * @param group whose value it is
     * @param thresholds whether they are values or shares of the total
     * @param total what shares are of; all that the group's members could have if absent
     * @param rounding of the value
     * @param thresholdRounding of share × total; needed with {@code SHARE_OF_TOTAL}
     * @param bounds whether a band's upper end belongs to it
     */
    public record Score(
            String group,
            Thresholds thresholds,
            @Nullable BigDecimal total,
            Rounding rounding,
            @Nullable Rounding thresholdRounding,
            Bounds bounds) {}

    /** What thresholds are given in. */
    public enum Thresholds {
        ABSOLUTE,
        /** From 0 to 1. */
        SHARE_OF_TOTAL
    }

    /** Whether {@code to} belongs to its band. */
    public enum Bounds {
        /** From {@code from} up to, but without, {@code to}. */
        HALF_OPEN,
        /** Both ends included; the value is rounded so that none lies between two bands. */
        CLOSED
    }

    /**
     * One level of a track.
     *
     * @param from where its band begins; needed with a score
     * @param to where it ends; null for the highest level, or if the next band begins there
     * @param requires what it takes besides
     */
    public record TrackLevel(
            String level,
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable List<Condition> requires) {}

    /**
     * Nobody is above {@code cap} unless the condition holds.
     *
     * @param cap highest level without it, null for no level at all
     */
    public record Veto(Condition unless, @Nullable String cap) {}

    /**
     * Whether a level once reached stays.
     *
     * @param days for {@code GRACE}
     */
    public record Stability(Holding holding, @Nullable Integer days) {}

    /** How long a level stays. */
    public enum Holding {
        /** The level is what today's observations say. */
        PURE,
        /** A level that was verified on some day stays verified. */
        NEVER_DOWN,
        /** It stays for some days after it was last verified. */
        GRACE
    }
}
