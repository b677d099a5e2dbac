package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.contest.OpenContests;
import dev.skillladder.assessment.mapping.Origin;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.Estimator;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelRule;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an explanation is made from.
 *
 * @param engineer null for a case that is only evaluated
 * @param version null for an inline framework
 * @param observations by skill
 * @param origins by skill, for observations that were made about other skills: what was observed in which version
 * @param exempt skills that are left out of this person's rule
 * @param contested skills whose line the person objects to; {@code contestedSteps} of the framework's own rule
 * @param computedAt null for a case that is only evaluated
 */
public record Facts(
        @Nullable UUID engineer,
        FrameworkDocument document,
        @Nullable Integer version,
        Rules rules,
        String role,
        LocalDate asOf,
        @Nullable Instant knownAt,
        Map<String, List<Observation>> observations,
        Map<String, Map<Observation, List<Origin>>> origins,
        Map<String, Estimate> estimates,
        Set<String> exempt,
        Set<String> contested,
        Set<OpenContests.RuleStep> contestedSteps,
        LevelResult result,
        @Nullable Instant computedAt) {

    /** Facts about nobody: the estimates and the level are computed from the observations given. */
    public static Facts evaluated(
            FrameworkDocument document,
            @Nullable Integer version,
            Rules rules,
            String role,
            LocalDate asOf,
            @Nullable Instant knownAt,
            Map<String, List<Observation>> observations,
            @Nullable String confirmed) {
        var estimates = new HashMap<String, Estimate>();
        observations.forEach((skill, seen) -> {
            var estimate = Estimator.estimate(rules, skill, seen, asOf, knownAt);
            if (estimate != null) {
                estimates.put(skill, estimate);
            }
        });
        var result = LevelRule.level(rules, role, estimates, observations, asOf, knownAt, Set.of(), confirmed);
        return new Facts(
                null,
                document,
                version,
                rules,
                role,
                asOf,
                knownAt,
                observations,
                Map.of(),
                estimates,
                Set.of(),
                Set.of(),
                Set.of(),
                result,
                null);
    }
}
