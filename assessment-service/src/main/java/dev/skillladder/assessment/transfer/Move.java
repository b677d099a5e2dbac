package dev.skillladder.assessment.transfer;

import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.CarryOver;
import dev.skillladder.contract.catalog.FrameworkDocument.Transfer;
import dev.skillladder.engine.Estimate;
import dev.skillladder.engine.LevelResult;
import dev.skillladder.engine.LevelRule;
import dev.skillladder.engine.Observation;
import dev.skillladder.engine.Rules;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From one role of a framework version to another. What the framework states to carry over keeps its rate of the estimate;
 * every other skill is the same skill there and counts in full.
 */
final class Move {

    private final Rules rules;
    private final String to;
    private final Optional<Transfer> stated;
    private final Map<String, Double> rates;

    private Move(Rules rules, String to, Optional<Transfer> stated) {
        this.rules = rules;
        this.to = to;
        this.stated = stated;
        this.rates = stated.map(Transfer::carriesOver).orElse(List.of()).stream()
                .collect(Collectors.toMap(CarryOver::skill, CarryOver::rate));
    }

    static Move between(FrameworkDocument document, Rules rules, String from, String to) {
        return new Move(
                rules,
                to,
                document.transfers().stream()
                        .filter(transfer ->
                                transfer.from().equals(from) && transfer.to().equals(to))
                        .findFirst());
    }

    /** Whether the framework says anything about this move. */
    boolean isStated() {
        return stated.isPresent();
    }

    boolean states(String skill) {
        return rates.containsKey(skill);
    }

    List<String> complement() {
        return stated.map(Transfer::complement).orElse(List.of());
    }

    double rate(String skill) {
        return rates.getOrDefault(skill, 1.0);
    }

    /** The estimates as they would count in the new role. */
    Map<String, Estimate> carried(Map<String, Estimate> estimates) {
        var carried = new HashMap<String, Estimate>();
        estimates.forEach((skill, estimate) -> carried.put(
                skill,
                new Estimate(
                        skill,
                        lowered(skill, estimate.mean()),
                        estimate.newest(),
                        estimate.weight(),
                        estimate.spread(),
                        estimate.reviewers(),
                        estimate.basis(),
                        estimate.contradictedUntil(),
                        estimate.expiresOn())));
        return carried;
    }

    /**
     * Where somebody with these estimates would land today.
     *
     * @param exempt skills that were waived for the person: they are in whatever role
     */
    LevelResult land(
            Map<String, Estimate> carried,
            Map<String, List<Observation>> observations,
            Set<String> exempt,
            LocalDate asOf) {
        var said = new HashMap<String, List<Observation>>();
        if (rules.readsObservations()) {
            observations.forEach((skill, seen) -> said.put(
                    skill, seen.stream().map(one -> lowered(skill, one)).toList()));
        }
        return LevelRule.level(rules, to, carried, said, asOf, null, exempt, null);
    }

    private double lowered(String skill, double value) {
        return states(skill) ? Math.max(rules.scale().min(), value * rate(skill)) : value;
    }

    private Observation lowered(String skill, Observation one) {
        return new Observation(
                one.kind(),
                one.source(),
                lowered(skill, one.value()),
                one.observedOn(),
                one.recordedAt(),
                one.quality(),
                one.revision(),
                one.eventId(),
                one.retracted(),
                one.validUntil());
    }
}
