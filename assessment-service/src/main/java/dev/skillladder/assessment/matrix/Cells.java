package dev.skillladder.assessment.matrix;

import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.matrix.Matrix.Cell;
import dev.skillladder.assessment.matrix.Matrix.Column;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.Estimate.Basis;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import dev.skillladder.engine.LevelResult.RequirementOutcome;
import dev.skillladder.engine.Reading;
import dev.skillladder.engine.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of one person. */
final class Cells {

    private final Rules rules;
    private final PersonAt person;
    private final Set<String> contested;
    private final @Nullable LevelOutcome target;
    private final Map<String, RequirementOutcome> asked;

    Cells(Rules rules, PersonAt person, Set<String> contested) {
        this.rules = rules;
        this.person = person;
        this.contested = contested;
        this.target = target(person.result().levels());
        this.asked = asked(person.result().levels(), target);
    }

    @Nullable String target() {
        return target == null ? null : target.level();
    }

    List<@Nullable Cell> of(List<Column> columns) {
        var cells = new ArrayList<@Nullable Cell>(columns.size());
        for (var column : columns) {
            cells.add(column.framework().equals(person.framework()) ? cell(column.skill()) : null);
        }
        return cells;
    }

    /** The next level to reach, or the highest once all are verified. */
    private static @Nullable LevelOutcome target(List<LevelOutcome> levels) {
        for (var level : levels) {
            if (!level.verified()) {
                return level;
            }
        }
        return levels.isEmpty() ? null : levels.getLast();
    }

    /** The target's requirements; for a skill it does not ask for, those of the highest level that does. */
    private static Map<String, RequirementOutcome> asked(List<LevelOutcome> levels, @Nullable LevelOutcome target) {
        var asked = new HashMap<String, RequirementOutcome>();
        for (var level : levels) {
            level.requirements()
                    .forEach(outcome -> asked.put(outcome.requirement().skill(), outcome));
        }
        if (target != null) {
            target.requirements()
                    .forEach(outcome -> asked.put(outcome.requirement().skill(), outcome));
        }
        return asked;
    }

    private @Nullable Cell cell(String skill) {
        var outcome = asked.get(skill);
        var estimate = person.estimates().get(skill);
        var required = outcome == null ? null : (Double) outcome.requirement().proficiency();
        var status = outcome == null ? null : outcome.status();
        if (estimate == null) {
            var decided = decided(skill);
            return outcome == null && decided.isEmpty()
                    ? null
                    : new Cell(null, null, null, status, required, null, null, null, decided);
        }
        var reading = Reading.of(rules, estimate, person.asOf());
        var staleOn = reading.staleOn();
        return new Cell(
                estimate.mean(),
                reading.weight(),
                outcome == null ? null : outcome.p(),
                status,
                required,
                required == null ? null : gap(estimate, required),
                staleOn,
                estimate.expiresOn(),
                flags(skill, estimate, staleOn));
    }

    private Double gap(Estimate estimate, double required) {
        return Math.max(0, rules.metFrom(person.role(), required) - estimate.mean());
    }

    /** What people decided or contest, whatever is known. */
    private List<String> decided(String skill) {
        var flags = new ArrayList<String>();
        if (person.exempt().contains(skill)) {
            flags.add("EXEMPT");
        }
        if (contested.contains(skill)) {
            flags.add("CONTESTED");
        }
        return flags;
    }

    private List<String> flags(String skill, Estimate estimate, @Nullable LocalDate staleOn) {
        var flags = new ArrayList<String>();
        if (estimate.basis() != Basis.REVIEWED) {
            flags.add(estimate.basis().name());
        }
        if (estimate.oneRater()) {
            flags.add("ONE_RATER");
        }
        if (estimate.contradicted(person.asOf())) {
            flags.add("CONTRADICTION");
        }
        if (staleOn != null && !staleOn.isAfter(person.asOf())) {
            flags.add("STALE");
        }
        flags.addAll(decided(skill));
        return flags;
    }
}
