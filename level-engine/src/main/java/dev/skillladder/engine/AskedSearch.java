package dev.skillladder.engine;

import dev.skillladder.engine.RaiseSearch.Found;
import dev.skillladder.engine.RaiseSearch.Way;
import dev.skillladder.engine.ShortestPath.Cost;
import dev.skillladder.engine.ShortestPath.Reaches;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same question to a framework's own rule, which can only be asked. It is monotone: a set helps if it helps with every
 * skill of it at the top of the scale, and then each is lowered as far as that stays true.
 */
final class AskedSearch {

    /** How often the rule is asked before the search settles for a good way: about a second. */
    private static final int MOST_QUESTIONS = 2_000;

    private final WhatIf person;
    private final Reaches reaches;
    private final Cost cost;
    private final List<String> skills;
    private final BestWays best = new BestWays(RaiseSearch.WAYS);

    private int questions;

    AskedSearch(WhatIf person, Reaches reaches, Cost cost) {
        this.person = person;
        this.reaches = reaches;
        this.cost = cost;
        var top = person.rules().scale().max();
        this.skills = person.rules().skills(person.role()).stream()
                .filter(skill -> !person.exempt().contains(skill))
                .sorted(Comparator.comparingLong((String skill) -> cost.of(skill, top))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    Found search() {
        if (!ask(atTop(skills))) {
            return new Found(true, 0, List.of());
        }
        var size = 0;
        while (size <= skills.size() && best.isEmpty() && questions < MOST_QUESTIONS) {
            pick(0, size, new ArrayList<>());
            size++;
        }
        var proved = questions < MOST_QUESTIONS;
        if (best.isEmpty()) {
            best.add(lowered(dropped()));
        }
        // how far each of them has to be raised is settled one after the other, so only the size is proved
        return new Found(proved, Math.max(0, size - 1), best.list());
    }

    private void pick(int from, int more, List<String> chosen) {
        if (questions >= MOST_QUESTIONS) {
            return;
        }
        if (more == 0) {
            if (ask(atTop(chosen))) {
                best.add(lowered(chosen));
            }
            return;
        }
        for (var at = from; at + more <= skills.size(); at++) {
            chosen.add(skills.get(at));
            pick(at + 1, more - 1, chosen);
            chosen.removeLast();
        }
    }

    /** All skills without those that are not needed, the dearest first. */
    private List<String> dropped() {
        var kept = new ArrayList<>(skills);
        for (var skill : skills.reversed()) {
            var without = new ArrayList<>(kept);
            without.remove(skill);
            if (ask(atTop(without))) {
                kept = without;
            }
        }
        return kept;
    }

    private Way lowered(List<String> chosen) {
        Map<String, Double> raises = atTop(chosen);
        var scale = person.rules().scale();
        for (var skill : chosen) {
            for (var value = scale.max() - scale.step(); value >= scale.min(); value -= scale.step()) {
                var lower = new TreeMap<String, Double>(raises);
                lower.put(skill, value);
                if (!ask(lower)) {
                    break;
                }
                raises = lower;
            }
        }
        var sum = 0L;
        for (var raise : raises.entrySet()) {
            sum += cost.of(raise.getKey(), raise.getValue());
        }
        return new Way(raises, sum);
    }

    private Map<String, Double> atTop(List<String> chosen) {
        var raises = new TreeMap<String, Double>();
        chosen.forEach(skill -> raises.put(skill, person.rules().scale().max()));
        return raises;
    }

    private boolean ask(Map<String, Double> raises) {
        questions++;
        return reaches.with(raises);
    }
}
