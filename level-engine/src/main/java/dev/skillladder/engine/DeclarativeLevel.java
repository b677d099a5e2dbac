package dev.skillladder.engine;

import dev.skillladder.contract.catalog.DeclarativeRule.Holding;
import dev.skillladder.contract.catalog.DeclarativeRule.Stability;
import dev.skillladder.engine.LevelResult.LevelOutcome;
import dev.skillladder.engine.LevelResult.RequirementOutcome;
import dev.skillladder.engine.Rules.LevelRequirements;
import dev.skillladder.engine.declarative.OwnRule;
import dev.skillladder.engine.declarative.OwnRule.Reasoning;
import dev.skillladder.engine.declarative.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A level by a company's own rule: docs/rules.md. The rule decides on what was said, so its probabilities are 0 and 1. */
final class DeclarativeLevel {

    private static final int NONE = -1;

    private final Rules rules;
    private final OwnRule own;
    private final String role;
    private final List<String> ladder;
    private final Map<String, List<Observation>> observations;
    private final @Nullable Instant knownAt;
    private final Set<String> exempt;

    DeclarativeLevel(
            Rules rules,
            OwnRule own,
            String role,
            Map<String, List<Observation>> observations,
            @Nullable Instant knownAt,
            Set<String> exempt) {
        this.rules = rules;
        this.own = own;
        this.role = role;
        this.ladder = rules.levels(role).stream().map(LevelRequirements::level).toList();
        this.observations = observations;
        this.knownAt = knownAt;
        this.exempt = exempt;
    }

    Reasoning explain(LocalDate asOf) {
        return own.explain(role, statements(asOf));
    }

    LevelResult level(LocalDate asOf, @Nullable String confirmed) {
        var statements = statements(asOf);
        var today = Standing.of(own.places(role, statements), ladder, asOf, asOf);
        var held = held(today);
        var verified = Math.max(today.verified(), held == null ? NONE : held.verified());
        var possible = Math.max(today.possible(), verified);
        var agreed = confirmed == null ? NONE : ladder.indexOf(confirmed);
        var pLow = verified == NONE ? null : (Double) 1.0;
        var pHigh = agreed == NONE ? null : (Double) (agreed <= possible ? 1.0 : 0.0);
        var outcomes = outcomes(statements, verified, possible);
        var changesOn = earlier(statements.changesOn(), graceEnds(held, today));
        return new LevelResult(
                role,
                asOf,
                outcomes,
                name(verified),
                name(possible),
                name(agreed),
                LevelRule.state(rules, verified, possible, agreed, pLow, pHigh),
                pLow,
                pHigh,
                changesOn,
                changesOn);
    }

    /** The best earlier stretch that still counts, the latest of equals; null if the rule is pure or none was better. */
    private @Nullable Standing held(Standing today) {
        var stability = own.stability();
        if (stability.holding() == Holding.PURE) {
            return null;
        }
        @Nullable Standing best = null;
        for (var standing : before(today.from(), from(stability, today.from()))) {
            if (standing.verified() > today.verified() && (best == null || standing.verified() >= best.verified())) {
                best = standing;
            }
        }
        return best;
    }

    private static @Nullable LocalDate from(Stability stability, LocalDate asOf) {
        return stability.holding() == Holding.GRACE
                ? asOf.minusDays(Objects.requireNonNullElse(stability.days(), 0))
                : null;
    }

    /** Every stretch of days before {@code asOf} on which nothing changed, from the first that ends in the window. */
    private List<Standing> before(LocalDate asOf, @Nullable LocalDate from) {
        var spokenOn = new TreeSet<LocalDate>();
        for (var skill : own.skills(role)) {
            observations.getOrDefault(skill, List.of()).stream()
                    .filter(one -> one.observedOn().isBefore(asOf))
                    .forEach(one -> spokenOn.add(one.observedOn()));
        }
        @Nullable LocalDate day = spokenOn.isEmpty() ? null : spokenOn.first();
        if (day != null && from != null && from.isAfter(day)) {
            day = from;
        }
        var standings = new ArrayList<Standing>();
        while (day != null && day.isBefore(asOf)) {
            var statements = statements(day);
            var places = own.places(role, statements);
            var next = earlier(spokenOn.higher(day), statements.changesOn());
            var last = next == null || next.isAfter(asOf) ? asOf.minusDays(1) : next.minusDays(1);
            standings.add(Standing.of(places, ladder, day, last));
            day = next;
        }
        return standings;
    }

    /** The day after the last one on which a level that is held by grace alone still counts. */
    private @Nullable LocalDate graceEnds(@Nullable Standing held, Standing today) {
        var days = own.stability().days();
        return held == null || days == null || held.verified() <= today.verified()
                ? null
                : held.last().plusDays(days + 1L);
    }

    private List<LevelOutcome> outcomes(PersonStatements statements, int verified, int possible) {
        var outcomes = new ArrayList<LevelOutcome>();
        for (var rank = 0; rank < ladder.size(); rank++) {
            var level = rules.levels(role).get(rank);
            var requirements = new ArrayList<RequirementOutcome>();
            var importance = 0;
            var met = 0;
            var unknown = 0;
            for (var asked : level.requirements()) {
                if (!exempt.contains(asked.skill())) {
                    var status = status(asked, statements);
                    requirements.add(new RequirementOutcome(asked, status, null));
                    importance += asked.importance();
                    met += status == Status.MET ? asked.importance() : 0;
                    unknown += status == Status.UNKNOWN ? asked.importance() : 0;
                }
            }
            outcomes.add(new LevelOutcome(
                    level.level(),
                    rank <= verified,
                    rank <= possible,
                    rank <= verified ? 1 : 0,
                    rank <= possible ? 1 : 0,
                    importance,
                    0,
                    met,
                    unknown,
                    requirements));
        }
        return outcomes;
    }

    /** As the rule reads requirements; as LEVELS-1 does where it reads none. */
    private Status status(Requirement asked, PersonStatements statements) {
        var verdict = own.requirement(role, asked.skill(), asked.proficiency(), statements);
        if (verdict != null) {
            return switch (verdict) {
                case HOLDS -> Status.MET;
                case FAILS -> Status.NOT_MET;
                case UNKNOWN, VALUE, ABSENT -> Status.UNKNOWN;
            };
        }
        var seen = observations.getOrDefault(asked.skill(), List.of());
        var estimate = Estimator.estimate(rules, asked.skill(), seen, statements.day(), knownAt);
        return estimate == null
                ? Status.UNKNOWN
                : Reading.of(rules, estimate, statements.day()).status(asked.proficiency());
    }

    private PersonStatements statements(LocalDate day) {
        return new PersonStatements(rules, observations, day, knownAt, exempt);
    }

    private @Nullable String name(int rank) {
        return rank == NONE ? null : ladder.get(rank);
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }

    /** Ranks on the ladder from one day to another, both included; -1 for none. */
    private record Standing(int verified, int possible, LocalDate from, LocalDate last) {

        static Standing of(List<Place> places, List<String> ladder, LocalDate from, LocalDate last) {
            var verified = NONE;
            var possible = NONE;
            for (var place : places) {
                verified = Math.max(verified, place.verified() == null ? NONE : ladder.indexOf(place.verified()));
                possible = Math.max(possible, place.possible() == null ? NONE : ladder.indexOf(place.possible()));
            }
            return new Standing(verified, possible, from, last);
        }
    }
}
