package dev.skillladder.assessment.decision;

import dev.skillladder.assessment.decision.ProposalView.Disagreement;
import dev.skillladder.assessment.decision.ProposalView.RuleLine;
import dev.skillladder.assessment.decision.ProposalView.Rung;
import dev.skillladder.assessment.decision.ProposalView.WeighedInput;
import dev.skillladder.assessment.explanation.Explanation;
import dev.skillladder.assessment.explanation.Explanation.Flag;
import dev.skillladder.assessment.explanation.Explanation.Input;
import dev.skillladder.assessment.explanation.Explanation.Line;
import dev.skillladder.engine.Status;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Orders an explanation for somebody who has to decide: by rule line, by weight, by disagreement; pure. */
final class WeighInputs {

    private static final int MOST_INPUTS = 10;

    private final Explanation explanation;

    WeighInputs(Explanation explanation) {
        this.explanation = explanation;
    }

    List<Rung> rungs() {
        return explanation.levels().stream()
                .map(level -> new Rung(
                        level.level(),
                        level.name(),
                        level.verified(),
                        level.possible(),
                        level.pLow(),
                        level.pHigh(),
                        level.importance(),
                        level.needed(),
                        lines(level.level(), true),
                        lines(level.level(), false)))
                .toList();
    }

    private List<RuleLine> lines(String level, boolean met) {
        return explanation.lines().stream()
                .flatMap(line -> line.requirements().stream()
                        .filter(requirement ->
                                requirement.level().equals(level) && (requirement.status() == Status.MET) == met)
                        .map(requirement -> new RuleLine(line.skill(), line.name(), requirement)))
                .toList();
    }

    List<WeighedInput> heaviest() {
        return explanation.lines().stream()
                .flatMap(this::weighed)
                .sorted(Comparator.comparingDouble(WeighedInput::influence)
                        .reversed()
                        .thenComparing(WeighedInput::skill)
                        .thenComparing(WeighedInput::kind))
                .limit(MOST_INPUTS)
                .toList();
    }

    private Stream<WeighedInput> weighed(Line line) {
        double importance = importance(line);
        return line.inputs().stream()
                .filter(Input::active)
                .map(input -> new WeighedInput(
                        line.skill(),
                        input.kind(),
                        input.source(),
                        input.name(),
                        input.count(),
                        input.value(),
                        input.share(),
                        input.share() * importance));
    }

    /** Of the skill among all requirements of the level that its line speaks of; 0 if no level asks for it. */
    private double importance(Line line) {
        return line.requirements().stream()
                .filter(requirement -> requirement.level().equals(line.target()))
                .mapToDouble(requirement -> (double) requirement.importance() / Math.max(1, total(requirement.level())))
                .findFirst()
                .orElse(0);
    }

    private int total(String level) {
        return explanation.levels().stream()
                .filter(one -> one.level().equals(level))
                .mapToInt(Explanation.Level::importance)
                .findFirst()
                .orElse(0);
    }

    List<Disagreement> disagreements() {
        return explanation.lines().stream().flatMap(WeighInputs::disagreement).toList();
    }

    private static Stream<Disagreement> disagreement(Line line) {
        Explanation.Measure estimate = line.estimate();
        boolean contradiction = line.flags().contains(Flag.CONTRADICTION);
        if (estimate == null || !(estimate.spread() > 1 || contradiction)) {
            return Stream.empty();
        }
        var values = line.inputs().stream()
                .filter(Input::active)
                .mapToDouble(Input::value)
                .summaryStatistics();
        return Stream.of(new Disagreement(
                line.skill(), line.name(), estimate.spread(), contradiction, values.getMin(), values.getMax()));
    }
}
