package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.mapping.Origin;
import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.assessment.LevelComputed.State;
import dev.skillladder.contract.catalog.FrameworkDocument.Parameters;
import dev.skillladder.engine.Estimate.Basis;
import dev.skillladder.engine.Status;
import dev.skillladder.engine.Voice.Fate;
import dev.skillladder.engine.declarative.RuleLine;
import dev.skillladder.engine.declarative.RuleLine.Part;
import dev.skillladder.engine.declarative.RuleLine.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level with everything it rests on. Probabilities are 0 to 1, values and bands on the framework's scale, weights in
 * fresh manager reviews.
 *
 * @param engineer null for a case that was only evaluated, as are {@code frameworkVersion} of an inline framework and
 *     {@code computedAt}
 * @param rule id of the rule set
 * @param pLow P_low of {@code verified}, null without one
 * @param pHigh P_high of {@code confirmed}, null without one
 * @param changesOn first day on which age or an expiry changes a status, null for never
 * @param recomputeOn first day on which a status or the state may change, null for never
 * @param levels of the ladder, lowest first
 * @param lines one per skill that the role asks for or that was observed, by skill
 * @param nextReview the single review that would raise P_low of the level most, null if none would; for a framework's own
 *     rule one that would verify the level
 * @param summary the level in words: how sure it is and which review would help
 * @param tracks where each track of the framework's own rule leads, null for LEVELS-1
 * @param ruleLines every step of the framework's own rule, what it rests on first, null for LEVELS-1
 */
public record Explanation(
        @Nullable UUID engineer,
        String framework,
        @Nullable Integer frameworkVersion,
        String rule,
        String role,
        Text roleName,
        LocalDate asOf,
        @Nullable Instant knownAt,
        @Nullable String verified,
        @Nullable String possible,
        @Nullable String confirmed,
        State state,
        @Nullable Double pLow,
        @Nullable Double pHigh,
        @Nullable LocalDate changesOn,
        @Nullable LocalDate recomputeOn,
        List<Level> levels,
        List<Line> lines,
        @Nullable LevelReview nextReview,
        Text summary,
        Parameters parameters,
        @Nullable Instant computedAt,
        @Nullable List<TrackPlace> tracks,
        @Nullable List<RuleStep> ruleLines) {

    /**
     * One level of the ladder.
     *
     * @param importance of all its requirements
     * @param needed importance that must be met
     * @param missing what would change it: importance still to be met, must-haves not met yet
     * @param sentence the same in words
     */
    public record Level(
            String level,
            Text name,
            boolean verified,
            boolean possible,
            double pLow,
            double pHigh,
            int importance,
            int needed,
            int met,
            int unknown,
            Missing missing,
            Text sentence) {}

    /** What a level still lacks; all zero and empty when its own rule holds. */
    public record Missing(int importance, List<String> mustHaves) {}

    /**
     * One skill.
     *
     * @param estimate null if nothing is known
     * @param flags what a reader should know before trusting the number
     * @param requirements of the role's levels, lowest first
     * @param nextReview the review that would make {@code target} surest, null if none would
     * @param target level the sentence and {@code nextReview} speak of, null if no level asks for the skill
     * @param sentence the line in words
     */
    public record Line(
            String skill,
            Text name,
            @Nullable Measure estimate,
            List<Flag> flags,
            List<Input> inputs,
            List<RequirementLine> requirements,
            @Nullable SkillReview nextReview,
            @Nullable String target,
            Text sentence) {}

    /**
     * The estimate on the day.
     *
     * @param mean m
     * @param low lower end of the 95 % band; {@code high} the upper one
     * @param weight W on the day; {@code weightWhenNewest} W on {@code newest}
     * @param spread S, 1 without disagreement
     * @param staleOn first day on which age makes it UNKNOWN, null if it is for want of reviewers
     * @param expiresOn first day on which a piece of evidence in it no longer counts, null for never
     */
    public record Measure(
            double mean,
            double low,
            double high,
            double weight,
            double weightWhenNewest,
            LocalDate newest,
            double spread,
            int reviewers,
            Basis basis,
            int halfLifeDays,
            @Nullable LocalDate staleOn,
            @Nullable LocalDate expiresOn) {}

    /** What to keep in mind about an estimate. */
    public enum Flag {
        /** Only one manager or peer spoke. */
        ONE_RATER,
        /** Recent voices lie two or more apart. */
        CONTRADICTION,
        /** Only the person's own word. */
        CLAIMED,
        /** Evidence, but no reviewer. */
        DOCUMENTED,
        /** Too old to count. */
        STALE,
        /** Left out of this person's rule until a day: see the exemptions. */
        EXEMPT,
        /** The person objects to this line; a second person has not decided yet. */
        CONTESTED
    }

    /**
     * What somebody said or something showed.
     *
     * @param source rater or item; null where the reader may not know it
     * @param name of a manager, where the reader may know it
     * @param count 1, or how many peers {@code value} is the mean of, when they are too few to be shown one by one
     * @param observedOn null where it could give a peer away, as is {@code quality}
     * @param weight w on the estimate's newest day; 0 unless active
     * @param share of the weight, 0 to 1
     * @param fate why it counts or not
     * @param reason the same in words
     * @param observedAs the skills it was said about, if they have become this one since; else null
     */
    public record Input(
            Kind kind,
            @Nullable String source,
            @Nullable Text name,
            int count,
            double value,
            @Nullable LocalDate observedOn,
            @Nullable Double quality,
            double weight,
            double share,
            boolean active,
            Fate fate,
            Text reason,
            @Nullable List<Origin> observedAs) {}

    /**
     * One requirement.
     *
     * @param metFrom estimate from which it is met
     * @param gap how much the estimate lacks, 0 if it does not; null if nothing is known
     * @param p null while UNKNOWN, as are its word and text
     */
    public record RequirementLine(
            String level,
            double proficiency,
            double metFrom,
            int importance,
            boolean mustHave,
            Status status,
            @Nullable Double gap,
            @Nullable Double p,
            @Nullable Certainty certainty,
            @Nullable Text certaintyText) {}

    /** Where a track of the framework's own rule leads; levels are null for none. */
    public record TrackPlace(
            String track,
            Text name,
            @Nullable String verified,
            @Nullable String possible) {}

    /**
     * One step of the framework's own rule.
     *
     * @param of skill, group or level it is about; empty for a veto that leaves no level
     * @param name what that is called
     * @param track the track it decides for; null for what tracks share, as is {@code level}
     * @param how reducer or roll-up; for a condition what holds when nothing counts
     * @param read of a skill before it is mapped; null if too little is known
     * @param low counts for the verified level, {@code high} for the possible one; null if it fails or nothing counts
     * @param threshold what it is compared with; {@code above}: only more is enough
     * @param contested the person objects to this step; a second person has not decided yet
     * @param sentence the step in words
     */
    public record RuleStep(
            Part part,
            String of,
            Text name,
            @Nullable String track,
            @Nullable String level,
            @Nullable String rating,
            String how,
            List<RuleLine.Input> inputs,
            @Nullable BigDecimal read,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal threshold,
            boolean above,
            Verdict verdict,
            boolean contested,
            Text sentence) {}

    /** A review that would help a skill: by whom, and the probability that the requirement is met if it agreed. */
    public record SkillReview(Kind kind, double p) {}

    /** The review that would help a level most. */
    public record LevelReview(String level, String skill, Kind kind, double pLow) {}
}
