package dev.skillladder.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Branch and bound over skills: of the ways that give every level the importance it lacks, those with the fewest skills and
 * then the least cost. Sizes are tried from the smallest, so the first that works is the smallest. A branch is left when
 * the best skills still to come cannot give enough, or the cheapest already cost more than what was found.
 */
final class RaiseSearch {

    /** How many ways are told. */
    static final int WAYS = 3;

    /** Branches looked at before the search settles for a good way instead of the best: about a tenth of a second. */
    private static final int MOST_BRANCHES = 400_000;

    private final int[] missing;
    private final List<Skill> forced;
    private final List<Skill> free;
    private final int mostBranches;
    private final BestWays best = new BestWays(WAYS);

    private int branches;

    RaiseSearch(int[] missing, List<Skill> skills) {
        this(missing, skills, MOST_BRANCHES);
    }

    RaiseSearch(int[] missing, List<Skill> skills, int mostBranches) {
        this.missing = missing.clone();
        this.forced = skills.stream().filter(Skill::forced).toList();
        this.free = skills.stream()
                .filter(skill -> !skill.forced() && !skill.options().isEmpty())
                .sorted(Comparator.comparingLong(Skill::cheapest).thenComparing(Skill::id))
                .toList();
        this.mostBranches = mostBranches;
    }

    Found search() {
        var more = 0;
        while (more <= free.size() && best.isEmpty() && !exhausted()) {
            if (enough(0, more, forcedGains(0), missing)) {
                force(0, more, missing, new ArrayList<>(), 0);
            }
            more++;
        }
        // the size that was being tried is not ruled out if the search broke off in it
        var atLeast = forced.size() + Math.max(0, more - 1);
        if (!exhausted()) {
            return new Found(true, best.isEmpty() ? 0 : atLeast, best.list());
        }
        var ways = best.isEmpty() ? greedy() : best.list();
        return new Found(false, atLeast, ways);
    }

    private boolean exhausted() {
        return branches > mostBranches;
    }

    /** First the skills that must be raised: only how far is to be chosen. */
    private void force(int at, int more, int[] left, List<Choice> chosen, long cost) {
        if (at == forced.size()) {
            pick(0, more, left, chosen, cost);
            return;
        }
        var skill = forced.get(at);
        for (var option = skill.least(); option < skill.options().size() && !exhausted(); option++) {
            branches++;
            var taken = skill.options().get(option);
            var rest = minus(left, taken.gains());
            if (enough(0, more, forcedGains(at + 1), rest)) {
                chosen.add(new Choice(skill.id(), taken.value()));
                force(at + 1, more, rest, chosen, cost + taken.cost());
                chosen.removeLast();
            }
        }
    }

    private void pick(int from, int more, int[] left, List<Choice> chosen, long cost) {
        if (more == 0) {
            if (Arrays.stream(left).allMatch(lacks -> lacks <= 0)) {
                best.add(way(chosen, cost));
            }
            return;
        }
        for (var at = from; at + more <= free.size() && !exhausted(); at++) {
            if (best.isFull() && cost + cheapest(at, more) >= best.worst()) {
                return;
            }
            if (!enough(at, more, new int[left.length], left)) {
                return;
            }
            for (var taken : free.get(at).options()) {
                branches++;
                chosen.add(new Choice(free.get(at).id(), taken.value()));
                pick(at + 1, more - 1, minus(left, taken.gains()), chosen, cost + taken.cost());
                chosen.removeLast();
            }
        }
    }

    /** The least that so many free skills from there on cost; they are sorted by it. */
    private long cheapest(int from, int count) {
        var sum = 0L;
        for (var at = from; at < from + count; at++) {
            sum += free.get(at).cheapest();
        }
        return sum;
    }

    /** Whether so many free skills from there on can give each level for itself what it lacks. */
    private boolean enough(int from, int count, int[] given, int[] left) {
        for (var level = 0; level < left.length; level++) {
            var lacks = left[level] - given[level];
            if (lacks > 0 && lacks > most(from, count, level)) {
                return false;
            }
        }
        return true;
    }

    private int most(int from, int count, int level) {
        var gains = new int[free.size() - from];
        for (var at = from; at < free.size(); at++) {
            gains[at - from] = free.get(at).most(level);
        }
        Arrays.sort(gains);
        var sum = 0;
        for (var i = gains.length - 1; i >= Math.max(0, gains.length - count); i--) {
            sum += gains[i];
        }
        return sum;
    }

    private int[] forcedGains(int from) {
        var sum = new int[missing.length];
        for (var at = from; at < forced.size(); at++) {
            for (var level = 0; level < sum.length; level++) {
                sum[level] += forced.get(at).most(level);
            }
        }
        return sum;
    }

    /** Everything that must be raised, then what gives most of what is lacking; then without what is not needed. */
    private List<Way> greedy() {
        if (forced.stream().anyMatch(skill -> skill.least() >= skill.options().size())) {
            return List.of();
        }
        var chosen = new ArrayList<>(forced);
        var rest = new ArrayList<>(free);
        while (lacks(chosen) && !rest.isEmpty()) {
            var left = left(chosen);
            var next = rest.stream()
                    .max(Comparator.comparingInt((Skill skill) -> useful(skill, left))
                            .thenComparing(
                                    Comparator.comparingLong(Skill::cheapest).reversed())
                            .thenComparing(Skill::id))
                    .orElseThrow();
            chosen.add(next);
            rest.remove(next);
        }
        if (lacks(chosen)) {
            return List.of();
        }
        for (var skill : free) {
            var without = new ArrayList<>(chosen);
            if (without.remove(skill) && !lacks(without)) {
                chosen = without;
            }
        }
        var cost = chosen.stream()
                .mapToLong(skill -> skill.options().getLast().cost())
                .sum();
        return List.of(way(
                chosen.stream()
                        .map(skill ->
                                new Choice(skill.id(), skill.options().getLast().value()))
                        .toList(),
                cost));
    }

    private static int useful(Skill skill, int[] left) {
        var sum = 0;
        for (var level = 0; level < left.length; level++) {
            sum += Math.min(Math.max(0, left[level]), skill.most(level));
        }
        return sum;
    }

    private int[] left(List<Skill> chosen) {
        var left = missing;
        for (var skill : chosen) {
            left = minus(left, skill.options().getLast().gains());
        }
        return left;
    }

    private boolean lacks(List<Skill> chosen) {
        return Arrays.stream(left(chosen)).anyMatch(lacks -> lacks > 0);
    }

    private static int[] minus(int[] left, List<Integer> gains) {
        var rest = left.clone();
        for (var level = 0; level < rest.length; level++) {
            rest[level] -= gains.get(level);
        }
        return rest;
    }

    private static Way way(List<Choice> chosen, long cost) {
        var raises = new TreeMap<String, Double>();
        chosen.forEach(choice -> raises.put(choice.skill(), choice.value()));
        return new Way(raises, cost);
    }

    private record Choice(String skill, double value) {}

    /**
     * A skill that can be raised.
     *
     * @param forced the level cannot be reached without it
     * @param least index of the first option that is enough for what forces it; beyond the last if none is
     * @param options growing in value, gains and cost; empty if the scale ends below what is asked
     */
    record Skill(String id, boolean forced, int least, List<Option> options) {

        long cheapest() {
            return options.getFirst().cost();
        }

        int most(int level) {
            return options.isEmpty() ? 0 : options.getLast().gains().get(level);
        }
    }

    /** A value to raise to, the importance that gives each level, lowest first, and what it costs. */
    record Option(double value, List<Integer> gains, long cost) {}

    /** Values by skill. */
    record Way(Map<String, Double> raises, long cost) {}

    /** The best ways first; {@code exact}: proved to be the best, {@code atLeast}: proved least size. */
    record Found(boolean exact, int atLeast, List<Way> ways) {}
}
