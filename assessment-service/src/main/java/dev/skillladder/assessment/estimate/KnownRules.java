package dev.skillladder.assessment.estimate;

import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.mapping.SkillMappings;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.engine.Rules;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules of each known framework version, compiled once. */
@Component
public class KnownRules {

    private final KnownFrameworks frameworks;
    private final SkillMappings mappings;
    private final Map<Version, Rules> compiled = new ConcurrentHashMap<>();
    private final Map<Step, Boolean> steps = new ConcurrentHashMap<>();

    public KnownRules(KnownFrameworks frameworks, SkillMappings mappings) {
        this.frameworks = frameworks;
        this.mappings = mappings;
    }

    /**
     * The rules of a version.
     *
     * @throws IllegalArgumentException if it is not known
     */
    public Rules of(String framework, int version) {
        Version key = new Version(framework, version);
        Rules cached = compiled.get(key);
        if (cached != null) {
            return cached;
        }
        Rules rules = Rules.of(frameworks.document(framework, version));
        compiled.put(key, rules);
        return rules;
    }

    /** Whether the same observations can give other estimates in {@code to} than in {@code from}. */
    public boolean estimatesDiffer(String framework, int from, int to) {
        return steps.computeIfAbsent(
                new Step(framework, from, to),
                _ -> mappings.upTo(framework, to).mapsAfter(from)
                        || !Estimating.of(frameworks.document(framework, from))
                                .equals(Estimating.of(frameworks.document(framework, to))));
    }

    /** Whether the same observations can give other estimates under a document that is not published than in {@code from}. */
    public boolean estimatesDiffer(String framework, int from, FrameworkDocument to) {
        return !Estimating.of(frameworks.document(framework, from)).equals(Estimating.of(to));
    }

    private record Version(String framework, int version) {}

    private record Step(String framework, int from, int to) {}

    /** The part of a framework that estimates depend on; half-life null is the default. */
    private record Estimating(
            FrameworkDocument.Parameters parameters, double min, double max, Map<String, Integer> halfLifeDays) {

        static Estimating of(FrameworkDocument document) {
            Map<String, Integer> days = document.halfLives().stream()
                    .collect(Collectors.toMap(FrameworkDocument.HalfLife::id, FrameworkDocument.HalfLife::days));
            return new Estimating(
                    document.parameters(),
                    document.scale().min(),
                    document.scale().max(),
                    document.skills().stream()
                            .collect(Collectors.toMap(
                                    FrameworkDocument.Skill::id,
                                    skill -> halfLife(days, skill.halfLife(), document.parameters()))));
        }

        private static int halfLife(
                Map<String, Integer> days, @Nullable String name, FrameworkDocument.Parameters parameters) {
            return name == null ? parameters.halfLifeDays() : days.getOrDefault(name, parameters.halfLifeDays());
        }
    }
}
