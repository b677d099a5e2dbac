package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.explanation.Explanation.Flag;
import dev.skillladder.assessment.explanation.Explanation.Line;
import dev.skillladder.assessment.explanation.Explanation.Measure;
import dev.skillladder.assessment.explanation.Explanation.RequirementLine;
import dev.skillladder.assessment.explanation.Explanation.SkillReview;
import dev.skillladder.assessment.explanation.Inputs.Group;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.Estimate.Basis;
import dev.skillladder.engine.Estimator;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import dev.skillladder.engine.LevelResult.RequirementOutcome;
import dev.skillladder.engine.NextReview;
import dev.skillladder.engine.Reading;
import dev.skillladder.engine.Requirement;
import dev.skillladder.engine.Voice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One skill's line of an explanation. */
record LineOfSkill(
        Facts facts,
        Names names,
        @Nullable LevelOutcome target,
        Reader reader,
        Inputs inputs,
        @Nullable RuleSteps own) {

    Line of(String skill) {
        var seen = facts.observations().getOrDefault(skill, List.of());
        var voices = Estimator.voices(facts.rules(), skill, seen, facts.asOf(), facts.knownAt());
        var estimate = facts.estimates().get(skill);
        var reading = estimate == null ? null : Reading.of(facts.rules(), estimate, facts.asOf());
        var measure = reading == null || estimate == null ? null : measure(estimate, reading);
        var requirements = requirements(skill, estimate);
        var asked = asked(requirements);
        var next = asked == null || own != null ? null : next(skill, asked);
        return new Line(
                skill,
                names.skill(skill),
                measure,
                flags(skill, estimate, measure),
                inputs.of(voices, facts.origins().getOrDefault(skill, Map.of())),
                requirements,
                next == null ? null : new SkillReview(next.kind(), next.probability()),
                asked == null ? null : asked.level(),
                spoken(skill, voices, measure, asked, next).sentence());
    }

    private Measure measure(Estimate estimate, Reading reading) {
        return new Measure(
                estimate.mean(),
                reading.low(),
                reading.high(),
                reading.weight(),
                estimate.weight(),
                estimate.newest(),
                estimate.spread(),
                estimate.reviewers(),
                estimate.basis(),
                facts.rules().halfLifeDays(estimate.skill()),
                reading.staleOn(),
                estimate.expiresOn());
    }

    private boolean stale(@Nullable Measure measure) {
        return measure != null
                && measure.staleOn() != null
                && !measure.staleOn().isAfter(facts.asOf());
    }

    private List<Flag> flags(String skill, @Nullable Estimate estimate, @Nullable Measure measure) {
        var flags = new ArrayList<Flag>();
        if (estimate != null) {
            if (estimate.oneRater()) {
                flags.add(Flag.ONE_RATER);
            }
            if (estimate.contradicted(facts.asOf())) {
                flags.add(Flag.CONTRADICTION);
            }
            if (estimate.basis() == Basis.CLAIMED) {
                flags.add(Flag.CLAIMED);
            }
            if (estimate.basis() == Basis.DOCUMENTED) {
                flags.add(Flag.DOCUMENTED);
            }
        }
        if (facts.exempt().contains(skill)) {
            flags.add(Flag.EXEMPT);
        }
        if (facts.contested().contains(skill)) {
            flags.add(Flag.CONTESTED);
        }
        if (stale(measure)) {
            flags.add(Flag.STALE);
        }
        return flags;
    }

    private List<RequirementLine> requirements(String skill, @Nullable Estimate estimate) {
        var lines = new ArrayList<RequirementLine>();
        for (var level : facts.result().levels()) {
            for (var outcome : level.requirements()) {
                if (outcome.requirement().skill().equals(skill)) {
                    lines.add(requirement(level.level(), outcome, estimate));
                }
            }
        }
        return lines;
    }

    private RequirementLine requirement(String level, RequirementOutcome outcome, @Nullable Estimate estimate) {
        var requirement = outcome.requirement();
        var metFrom = facts.rules().metFrom(facts.role(), requirement.proficiency());
        var certainty = outcome.p() == null ? null : Certainty.of(outcome.p());
        return new RequirementLine(
                level,
                requirement.proficiency(),
                metFrom,
                requirement.importance(),
                requirement.mustHave(),
                outcome.status(),
                estimate == null ? null : (Double) Math.max(0, metFrom - estimate.mean()),
                outcome.p(),
                certainty,
                certainty == null ? null : certainty.text());
    }

    /** The target level's requirement, or the highest there is. */
    private @Nullable RequirementLine asked(List<RequirementLine> requirements) {
        return requirements.stream()
                .filter(requirement -> target != null && requirement.level().equals(target.level()))
                .findFirst()
                .orElse(requirements.isEmpty() ? null : requirements.getLast());
    }

    private @Nullable NextReview next(String skill, RequirementLine asked) {
        var requirement = new Requirement(skill, asked.proficiency(), asked.importance(), asked.mustHave());
        var seen = facts.observations().getOrDefault(skill, List.of());
        return NextReview.of(facts.rules(), requirement, seen, facts.asOf(), facts.knownAt());
    }

    private Spoken spoken(
            String skill,
            List<Voice> voices,
            @Nullable Measure measure,
            @Nullable RequirementLine asked,
            @Nullable NextReview next) {
        List<Group> groups = Arrays.stream(Kind.values())
                .map(kind -> Inputs.group(kind, voices))
                .filter(Objects::nonNull)
                .toList();
        return new Spoken(
                reader.own(),
                facts.exempt().contains(skill),
                names.skill(skill),
                measure,
                groups,
                asked == null ? null : names.level(asked.level()),
                asked,
                stale(measure),
                next == null ? null : next.kind(),
                groups.stream().anyMatch(group -> group.kind() == Kind.MANAGER),
                own == null ? null : own.about(skill));
    }
}
