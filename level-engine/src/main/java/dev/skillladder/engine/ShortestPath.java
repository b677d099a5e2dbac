package dev.skillladder.engine;

import dev.skillladder.engine.RaiseSearch.Option;
import dev.skillladder.engine.RaiseSearch.Skill;
import dev.skillladder.engine.RaiseSearch.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The smallest sets of skills whose raise leads to a level. LEVELS-1 counts importances, so branch and bound finds them
 * with proof as long as the search stays small; a framework's own rule is asked set by set. Both say when they gave up
 * proving.
 */
public final class ShortestPath {

    /** Highest interest anybody can state; 0 is none stated. */
    public static final int HIGHEST_INTEREST = 3;

    private final WhatIf person;
    private final int target;
    private final Map<String, Integer> interests;
    private final Ranking ranking;

    private ShortestPath(WhatIf person, int target, Map<String, Integer> interests, Ranking ranking) {
        this.person = person;
        this.target = target;
        this.interests = interests;
        this.ranking = ranking;
    }

    /** What comes first among sets of the same size. */
    public enum Ranking {
        /** The least to be raised in all, then the most interest. */
        EFFORT,
        /** The most interest, then the least to be raised. */
        INTEREST
    }

    /**
     * Ways to the level.
     *
     * @param level of the role, not verified yet
     * @param interests 0 to 3 by skill; a skill that is missing has 0
     * @throws IllegalArgumentException if the role has no such level
     */
    public static Answer to(String level, WhatIf person, Map<String, Integer> interests, Ranking ranking) {
        var ladder = person.rules().levels(person.role());
        for (var rank = 0; rank < ladder.size(); rank++) {
            if (ladder.get(rank).level().equals(level)) {
                return new ShortestPath(person, rank, interests, ranking).answer();
            }
        }
        throw new IllegalArgumentException("role " + person.role() + " has no level " + level);
    }

    private Answer answer() {
        var found = person.rules().readsObservations()
                ? new AskedSearch(person, this::reaches, this::cost).search()
                : new RaiseSearch(missing(), skills()).search();
        var paths = found.ways().stream()
                .filter(way -> reaches(way.raises()))
                .map(this::path)
                .toList();
        return new Answer(found.exact(), found.atLeast(), paths);
    }

    private boolean reaches(Map<String, Double> raises) {
        var levels = person.level(raises).levels();
        return levels.get(target).verified();
    }

    private Path path(Way way) {
        var steps = new ArrayList<Step>();
        way.raises().forEach((skill, to) -> steps.add(new Step(skill, to, effort(skill, to), interest(skill))));
        steps.sort(Comparator.comparingDouble(Step::effort).thenComparing(Step::skill));
        var effort = 0.0;
        var interest = 0;
        for (var step : steps) {
            effort += step.effort();
            interest += step.interest();
        }
        return new Path(steps, effort, interest);
    }

    /** Importance each level up to the target still lacks. */
    private int[] missing() {
        var levels = person.level().levels();
        var missing = new int[target + 1];
        for (var rank = 0; rank <= target; rank++) {
            missing[rank] =
                    Math.max(0, levels.get(rank).needed() - levels.get(rank).met());
        }
        return missing;
    }

    private List<Skill> skills() {
        var levels = person.level().levels();
        var unmet = new TreeMap<String, List<Unmet>>();
        for (var rank = 0; rank <= target; rank++) {
            for (var outcome : levels.get(rank).requirements()) {
                if (outcome.status() != Status.MET) {
                    unmet.computeIfAbsent(outcome.requirement().skill(), _ -> new ArrayList<>())
                            .add(new Unmet(rank, value(outcome.requirement()), outcome.requirement()));
                }
            }
        }
        var skills = new ArrayList<Skill>();
        unmet.forEach((skill, requirements) -> skills.add(skill(skill, requirements)));
        return skills;
    }

    /** One option per value that meets more than the one before; what is there already, or worth no more, costs the same. */
    private Skill skill(String skill, List<Unmet> unmet) {
        var values = new TreeMap<Double, Double>();
        unmet.stream()
                .filter(one -> one.value() <= person.rules().scale().max() + Weighing.TOLERANCE)
                .forEach(one -> values.merge(Math.max(one.value(), floor(skill)), one.value(), Math::max));
        var options = new ArrayList<Option>();
        var mustFrom = unmet.stream()
                .filter(one -> one.requirement().mustHave())
                .mapToDouble(Unmet::value)
                .max();
        var least = 0;
        for (var entry : values.entrySet()) {
            var reached = entry.getKey();
            var gains = new int[target + 1];
            for (var one : unmet) {
                gains[one.rank()] += one.value() <= reached ? one.requirement().importance() : 0;
            }
            least += mustFrom.isPresent() && mustFrom.getAsDouble() > reached ? 1 : 0;
            options.add(
                    new Option(entry.getValue(), Arrays.stream(gains).boxed().toList(), cost(skill, entry.getValue())));
        }
        return new Skill(skill, mustFrom.isPresent(), least, options);
    }

    /** The least value on the scale that meets it. */
    private double value(Requirement requirement) {
        var scale = person.rules().scale();
        var from = person.rules().metFrom(person.role(), requirement.proficiency());
        var steps = Math.ceil((from - scale.min()) / scale.step() - Weighing.TOLERANCE);
        return scale.min() + Math.max(0, steps) * scale.step();
    }

    private double floor(String skill) {
        var estimate = person.estimates().get(skill);
        return estimate == null ? person.rules().scale().min() : estimate.mean();
    }

    private double effort(String skill, double to) {
        return Math.max(0, to - floor(skill));
    }

    private int interest(String skill) {
        return Math.clamp(interests.getOrDefault(skill, 0), 0, HIGHEST_INTEREST);
    }

    /** Both keys of the ranking in one number that adds up: effort in millionths of a step of the scale. */
    private long cost(String skill, double to) {
        var effort = Math.round(effort(skill, to) * 1_000_000);
        var indifference = HIGHEST_INTEREST - interest(skill);
        return switch (ranking) {
            case EFFORT -> (effort << 20) + indifference;
            case INTEREST -> ((long) indifference << 40) + effort;
        };
    }

    /** A requirement that is not met, and the value that meets it. */
    private record Unmet(int rank, double value, Requirement requirement) {}

    /**
     * What was found.
     *
     * @param exact proved: no smaller set exists, and for LEVELS-1 none of this size that ranks before the first
     * @param atLeast so many skills are needed, proved
     * @param paths the best first, all of the same size; empty if the level cannot be reached by raising skills
     */
    public record Answer(boolean exact, int atLeast, List<Path> paths) {

        public Answer {
            paths = List.copyOf(paths);
        }
    }

    /**
     * One smallest set.
     *
     * @param effort all steps together, in steps of the scale; {@code interest} likewise
     */
    public record Path(List<Step> steps, double effort, int interest) {

        public Path {
            steps = List.copyOf(steps);
        }

        /** What to ask {@link WhatIf} about. */
        public Map<String, Double> raises() {
            var raises = new LinkedHashMap<String, Double>();
            steps.forEach(step -> raises.put(step.skill(), step.to()));
            return raises;
        }
    }

    /**
     * One skill to raise.
     *
     * @param to least value on the scale that is enough
     * @param effort how far that is from the estimate, or from the lowest value without one; 0: good enough if reviewed
     * @param interest as stated, 0 if not
     */
    public record Step(String skill, double to, double effort, int interest) {}

    /** Costs of raising a skill to a value. */
    interface Cost {
        long of(String skill, double to);
    }

    /** Whether these raises lead to the level. */
    interface Reaches {
        boolean with(Map<String, Double> raises);
    }
}
