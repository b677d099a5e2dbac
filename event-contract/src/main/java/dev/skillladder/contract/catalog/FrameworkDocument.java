package dev.skillladder.contract.catalog;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole framework as data: what curators edit, what a version freezes, what the level engine reads. Ids are slugs
 * {@code [a-z0-9-]{1,64}}, unique per list. {@code source} says where a statement comes from, for example
 * {@code article §1, stage 2} or {@code editorial}.
 *
 * @param skills the leaves of the category tree
 * @param ladders ordered levels, lowest first; several roles may share one
 * @param mappings what became of skills of the version before
 * @param goldenProfiles inputs with the level they must lead to, checked before publishing
 * @param outOfDate texts that were not looked at again after their other language changed
 * @param halfLives classes of ageing that skills choose from; a skill without one ages with {@code parameters.halfLifeDays}
 */
public record FrameworkDocument(
        String id,
        Text name,
        Text description,
        String source,
        Scale scale,
        List<Category> categories,
        List<HalfLife> halfLives,
        List<Skill> skills,
        List<Ladder> ladders,
        List<Role> roles,
        List<Transfer> transfers,
        List<DevelopmentAction> developmentActions,
        @Nullable Programme programme,
        Parameters parameters,
        Rule rule,
        List<SkillMapping> mappings,
        List<GoldenProfile> goldenProfiles,
        List<OutOfDate> outOfDate) {

    /** Documents written before mappings, golden profiles and freshness marks existed have none. */
    public FrameworkDocument {
        mappings = mappings == null ? List.of() : mappings;
        goldenProfiles = goldenProfiles == null ? List.of() : goldenProfiles;
        outOfDate = outOfDate == null ? List.of() : outOfDate;
    }

    /** Proficiencies from {@code min} to {@code max} in steps of {@code step} (usually halves); whole steps have names. */
    public record Scale(double min, double max, double step, List<ScaleStep> steps) {}

    /** A whole step of the scale. */
    public record ScaleStep(int value, Text name) {}

    /** A branch of the taxonomy; {@code parent} is null at the root. */
    public record Category(String id, @Nullable String parent, Text name, Text description, String source) {}

    /** How fast what is known about a skill ages: after {@code days} an observation counts half. */
    public record HalfLife(String id, Text name, int days) {}

    /**
     * One competency.
     *
     * @param behaviours one per whole step of the scale, lowest first
     * @param synonyms other words people search for, by language ({@code zh}, {@code en})
     * @param improve ids of the development actions that suit it
     * @param prerequisites ids of skills to learn before; never in a circle
     */
    public record Skill(
            String id,
            String category,
            Text name,
            Text description,
            List<Behaviour> behaviours,
            @Nullable String halfLife,
            Map<String, List<String>> synonyms,
            List<String> improve,
            String source,
            List<String> prerequisites) {

        /** Documents written before prerequisites existed have none. */
        public Skill {
            prerequisites = prerequisites == null ? List.of() : prerequisites;
        }
    }

    /** What a person at this step does, so that two people would choose the same step. */
    public record Behaviour(int step, Text text, String source) {}

    /** Ordered levels, lowest first. */
    public record Ladder(String id, List<Level> levels) {}

    /** One rung, with what sets it apart ({@code differs}) and what all on it have in common ({@code shared}). */
    public record Level(
            String id,
            Text name,
            Text description,
            @Nullable Text differs,
            @Nullable Text shared,
            String source) {}

    /** A job with a ladder; each level asks for proficiencies. */
    public record Role(
            String id, Text name, Text description, String ladder, List<Requirement> requirements, String source) {}

    /**
     * What one level of a role asks of one skill.
     *
     * @param proficiency least proficiency, on the scale
     * @param importance integer 1-100
     * @param mustHave the level cannot be held without it
     */
    public record Requirement(
            String level, String skill, double proficiency, int importance, boolean mustHave, String source) {}

    /** Moving between roles: what carries over at which rate (0-1], and what has to be added. */
    public record Transfer(
            String from, String to, List<CarryOver> carriesOver, List<String> complement, String source) {}

    /** A skill that keeps {@code rate} of its proficiency in the new role. */
    public record CarryOver(String skill, double rate) {}

    /** A way to improve; also a kind of evidence. */
    public record DevelopmentAction(
            String id, ActionKind kind, Text name, Text description, List<String> skills, String source) {}

    /** The article's five ways to improve. */
    public enum ActionKind {
        /** Follow research: papers, conferences, journals, blogs. */
        RESEARCH,
        /** Take part in open source. */
        OPEN_SOURCE,
        /** Real projects and competitions. */
        PROJECT,
        /** Architectures and their mathematics in depth. */
        DEEP_STUDY,
        /** Tools and frameworks, courses, certificates. */
        TOOL_COURSE
    }

    /** Growth programme for newcomers. */
    public record Programme(
            String id,
            Text name,
            Text description,
            String role,
            int months,
            List<Proficiency> entry,
            List<Milestone> milestones,
            List<Course> courses,
            String source) {}

    /** What is expected after so many months: a level, proficiencies, or both. */
    public record Milestone(
            int month, Text name, @Nullable String level, List<Proficiency> proficiencies, String source) {}

    /** A course in a professional tool, handed in as evidence. */
    public record Course(String id, Text name, List<String> skills, String source) {}

    /** A skill at a proficiency. */
    public record Proficiency(String skill, double proficiency) {}

    /**
     * The numbers of LEVELS-1, shown to everyone they concern; symbols as in docs/levels.md.
     *
     * @param weights ω, weight of one fresh observation by kind
     * @param caps C, most weight a kind can have together
     * @param halfLifeDays h, for skills without a class of their own
     * @param sigma0 σ0, noise of one rating in scale steps
     * @param nu0 ν0, how many ratings the prior of the spread is worth
     * @param minWeight W_min, below it a skill is UNKNOWN
     * @param minReviewers least number of active MANAGER and PEER voices
     * @param tolerance δ, a requirement r is met from r − δ
     * @param coverage share of importance a level asks for, an exact decimal in (0, 1]
     * @param maxMustHaves most must-have skills per level
     * @param correlation ρ, in [0, 1)
     * @param propose least P_low to propose a level
     * @param review highest P_high to ask for a review
     * @param unverifiedQuality q of evidence nobody verified
     * @param workedLittleQuality q of a peer who worked little with the person
     */
    public record Parameters(
            KindValues weights,
            KindValues caps,
            int halfLifeDays,
            double sigma0,
            double nu0,
            double minWeight,
            int minReviewers,
            double tolerance,
            BigDecimal coverage,
            int maxMustHaves,
            double correlation,
            double propose,
            double review,
            double unverifiedQuality,
            double workedLittleQuality) {}

    /** One number per kind of observation. */
    public record KindValues(double manager, double peer, double self, double evidence) {}

    /**
     * Which rule turns what is known into a level.
     *
     * @param definition of a declarative rule, null for LEVELS-1
     */
    public record Rule(String type, @Nullable DeclarativeRule definition) {

        /** The default rule set. */
        public static final String LEVELS_1 = "levels-1";

        /** A company's own rule. */
        public static final String DECLARATIVE = "declarative";

        /** A rule without a definition: LEVELS-1. */
        public Rule(String type) {
            this(type, null);
        }
    }

    /**
     * Skills of the version before that go on as others. People's observations follow: a split copies the value to each
     * of {@code to}, a merge takes per source one value of those of {@code from}, a replacement is a split into one.
     *
     * @param from ids in the version before, which this version no longer has
     * @param to ids in this version
     * @param reducer for a merge; the mean if absent
     */
    public record SkillMapping(
            MappingKind kind,
            List<String> from,
            List<String> to,
            @Nullable Reducer reducer) {}

    /** How skills go on. */
    public enum MappingKind {
        /** One becomes several. */
        SPLIT,
        /** Several become one. */
        MERGE,
        /** One becomes another one. */
        REPLACE
    }

    /** Which value a merged skill takes of one source's ratings. */
    public enum Reducer {
        /** Their mean. */
        MEAN,
        /** The highest. */
        HIGHEST,
        /** The lowest. */
        LOWEST
    }

    /**
     * A made-up person whose level this version must compute as stated.
     *
     * @param asOf the day it is computed for
     * @param confirmed level a person decided before, if any
     * @param verified expected; null for none
     * @param possible expected; null for none
     */
    public record GoldenProfile(
            String id,
            Text name,
            String role,
            LocalDate asOf,
            @Nullable String confirmed,
            List<GoldenObservation> observations,
            @Nullable String verified,
            @Nullable String possible) {}

    /** What one source said about one skill of a golden profile. */
    public record GoldenObservation(String skill, Kind kind, String source, double value, LocalDate observedOn) {}

    /**
     * A text whose translation may lag behind.
     *
     * @param text where it is, by ids instead of positions: {@code /skills/java/behaviours/3/text}
     * @param language the one to look at, {@code zh} or {@code en}
     */
    public record OutOfDate(String text, String language) {}
}
