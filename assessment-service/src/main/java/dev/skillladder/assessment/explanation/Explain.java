package dev.skillladder.assessment.explanation;

import dev.skillladder.assessment.explanation.Explanation.Level;
import dev.skillladder.assessment.explanation.Explanation.LevelReview;
import dev.skillladder.assessment.explanation.Explanation.Line;
import dev.skillladder.assessment.explanation.Explanation.Missing;
import dev.skillladder.contract.Text;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import dev.skillladder.engine.LevelRule;
import dev.skillladder.engine.NextReview;
import dev.skillladder.engine.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts an explanation together; pure. */
public final class Explain {

    private final Facts facts;
    private final Names names;
    private final @Nullable LevelOutcome target;

    private Explain(Facts facts) {
        this.facts = facts;
        this.names = new Names(facts.document(), facts.role());
        this.target = target(facts.result().levels());
    }

    /**
     * The explanation as a reader may see it.
     *
     * @param managers names of managers by source, for readers who may know them
     */
    public static Explanation explain(Facts facts, Reader reader, Map<String, Text> managers) {
        return new Explain(facts).explanation(reader, managers);
    }

    /** The next level to reach, or the highest once all are verified. */
    private static @Nullable LevelOutcome target(List<LevelOutcome> levels) {
        return levels.stream()
                .filter(level -> !level.verified())
                .findFirst()
                .orElse(levels.isEmpty() ? null : levels.getLast());
    }

    private Explanation explanation(Reader reader, Map<String, Text> managers) {
        var result = facts.result();
        var reasoning = LevelRule.explain(
                facts.rules(), facts.role(), facts.observations(), facts.asOf(), facts.knownAt(), facts.exempt());
        var own = reasoning == null ? null : new RuleSteps(facts.document(), names, reasoning, facts.contestedSteps());
        var summary = new Summary(names, result, own != null);
        var next = nextReview();
        var line = new LineOfSkill(facts, names, target, reader, new Inputs(reader, managers), own);
        var lines = new ArrayList<Line>();
        skills().forEach(skill -> lines.add(line.of(skill)));
        return new Explanation(
                facts.engineer(),
                facts.document().id(),
                facts.version(),
                facts.document().rule().type(),
                facts.role(),
                names.role(),
                facts.asOf(),
                facts.knownAt(),
                result.verified(),
                result.possible(),
                result.confirmed(),
                result.state(),
                result.pLow(),
                result.pHigh(),
                result.changesOn(),
                result.recomputeOn(),
                result.levels().stream().map(level -> level(level, summary)).toList(),
                lines,
                next,
                summary.of(next),
                facts.rules().parameters(),
                facts.computedAt(),
                own == null ? null : own.tracks(),
                own == null ? null : own.steps());
    }

    private Set<String> skills() {
        var skills = new TreeSet<>(facts.observations().keySet());
        skills.addAll(facts.rules().skills(facts.role()));
        return skills;
    }

    private Level level(LevelOutcome level, Summary summary) {
        var mustHaves = level.requirements().stream()
                .filter(outcome -> outcome.requirement().mustHave() && outcome.status() != Status.MET)
                .map(outcome -> outcome.requirement().skill())
                .toList();
        var missing = new Missing(Math.max(0, level.needed() - level.met()), mustHaves);
        return new Level(
                level.level(),
                names.level(level.level()),
                level.verified(),
                level.possible(),
                level.pLow(),
                level.pHigh(),
                level.importance(),
                level.needed(),
                level.met(),
                level.unknown(),
                missing,
                summary.of(level, missing));
    }

    /** For a verified level that is not sure enough yet it is that level, otherwise the next one to reach. */
    private @Nullable LevelReview nextReview() {
        var result = facts.result();
        var unsure = switch (result.state()) {
            case LIKELY, PROPOSE -> result.verified();
            case REVIEW, EVIDENCE_DUE -> result.confirmed();
            case UNRATED, CONFIRMED, HUMAN_REVIEW -> null;
        };
        // a rule of the framework's own is never half sure of a verified level
        var level =
                unsure != null && !facts.rules().readsObservations() ? unsure : target == null ? null : target.level();
        if (level == null) {
            return null;
        }
        var next = NextReview.of(
                facts.rules(),
                facts.role(),
                level,
                facts.observations(),
                facts.estimates(),
                facts.asOf(),
                facts.knownAt(),
                facts.exempt());
        return next == null ? null : new LevelReview(level, next.skill(), next.kind(), next.probability());
    }
}
