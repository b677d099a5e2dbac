package dev.skillladder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.DeclarativeRule;
import dev.skillladder.contract.catalog.DeclarativeRule.Absent;
import dev.skillladder.contract.catalog.DeclarativeRule.Bounds;
import dev.skillladder.contract.catalog.DeclarativeRule.Condition;
import dev.skillladder.contract.catalog.DeclarativeRule.Decision;
import dev.skillladder.contract.catalog.DeclarativeRule.Exempt;
import dev.skillladder.contract.catalog.DeclarativeRule.Group;
import dev.skillladder.contract.catalog.DeclarativeRule.Holding;
import dev.skillladder.contract.catalog.DeclarativeRule.KindWeight;
import dev.skillladder.contract.catalog.DeclarativeRule.Missing;
import dev.skillladder.contract.catalog.DeclarativeRule.Points;
import dev.skillladder.contract.catalog.DeclarativeRule.Proficient;
import dev.skillladder.contract.catalog.DeclarativeRule.Rating;
import dev.skillladder.contract.catalog.DeclarativeRule.Reducer;
import dev.skillladder.contract.catalog.DeclarativeRule.RollUp;
import dev.skillladder.contract.catalog.DeclarativeRule.Rounding;
import dev.skillladder.contract.catalog.DeclarativeRule.RoundingMode;
import dev.skillladder.contract.catalog.DeclarativeRule.Score;
import dev.skillladder.contract.catalog.DeclarativeRule.Selection;
import dev.skillladder.contract.catalog.DeclarativeRule.Stability;
import dev.skillladder.contract.catalog.DeclarativeRule.Step;
import dev.skillladder.contract.catalog.DeclarativeRule.Thresholds;
import dev.skillladder.contract.catalog.DeclarativeRule.Track;
import dev.skillladder.contract.catalog.DeclarativeRule.TrackLevel;
import dev.skillladder.contract.catalog.DeclarativeRule.Veto;
import dev.skillladder.contract.catalog.DeclarativeRule.Weighing;
import dev.skillladder.contract.catalog.DeclarativeRule.Weight;
import dev.skillladder.contract.catalog.FrameworkDocument.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds for every rule that passes the check, tried on thousands of random rules and people. */
class DeclarativePropertiesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-01");
    private static final int RULES = 1_500;
    private static final int PEOPLE = 4;
    private static final List<String> SKILLS = List.of("java", "sql", "kafka", "testing", "mentoring");
    private static final List<String> LEVELS = List.of("mid", "senior");

    private final Random random = new Random(20261101);
    private final RulePage page = RulePage.read("mandatory-plus-k-of-n");

    @Test
    void raisingARatingNeverLowersALevelAndOrderChangesNothing() {
        var levels = 0;
        var unsure = 0;
        for (var i = 0; i < RULES; i++) {
            var rule = page.with("/rule", RulePage.JSON.writeValueAsString(new Rule(Rule.DECLARATIVE, definition())));
            var rules = Rules.of(rule.document());
            for (var j = 0; j < PEOPLE; j++) {
                var seen = person();
                var level = level(rules, seen);
                assertThat(rank(level.verified())).isLessThanOrEqualTo(rank(level.possible()));
                assertThat(level(rules, shuffled(seen)))
                        .as("%s", rule.framework())
                        .isEqualTo(level);
                var higher = level(rules, raised(seen));
                assertThat(rank(higher.verified()))
                        .as("%s %s", rule.framework(), seen)
                        .isGreaterThanOrEqualTo(rank(level.verified()));
                assertThat(rank(higher.possible()))
                        .as("%s %s", rule.framework(), seen)
                        .isGreaterThanOrEqualTo(rank(level.possible()));
                levels += level.verified() == null ? 0 : 1;
                unsure += rank(level.verified()) < rank(level.possible()) ? 1 : 0;
            }
        }
        // the cases say something: many have a level, and many more than one
        assertThat(levels).isGreaterThan(RULES / 4);
        assertThat(unsure).isGreaterThan(RULES / 4);
    }

    private static LevelResult level(Rules rules, Map<String, List<Observation>> seen) {
        return LevelRule.level(rules, "backend", Map.of(), seen, DAY, null, Set.of(), null);
    }

    private static int rank(@Nullable String level) {
        return level == null ? -1 : LEVELS.indexOf(level);
    }

    private DeclarativeRule definition() {
        var ratings = List.of(number("n"), truth("t"), required());
        var groups = List.of(
                group("numbers", SKILLS, "n", one(RollUp.SUM, RollUp.WEIGHTED_MEAN, RollUp.MINIMUM, RollUp.SHARE)),
                group("truths", SKILLS.subList(0, 3), "t", one(RollUp.ALL, RollUp.ANY, RollUp.K_OF_N)),
                new Group(
                        "asked",
                        null,
                        new Selection(null, null, null, DeclarativeRule.Requirements.ALL, null),
                        "r",
                        RollUp.SHARE,
                        Weighing.IMPORTANCE,
                        null,
                        null,
                        null,
                        new Rounding(RoundingMode.NONE, null),
                        null),
                new Group(
                        "steps",
                        null,
                        null,
                        null,
                        RollUp.STEPS,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(
                                new Step(
                                        decimal(1),
                                        List.of(new Condition("truths", null, null, null, null, one(Absent.values())))),
                                new Step(
                                        decimal(2),
                                        List.of(new Condition(
                                                "numbers", null, null, null, decimal(0), one(Absent.values())))))));
        var score = one("numbers", "asked", "steps");
        var share = random.nextBoolean();
        var first = new BigDecimal("0.1").multiply(decimal(random.nextInt(4)));
        var second = first.add(new BigDecimal("0.1").multiply(decimal(1 + random.nextInt(4))));
        var track = new Track(
                "track",
                new Text("通道", "Track"),
                "backend",
                new Score(
                        score,
                        share ? Thresholds.SHARE_OF_TOTAL : Thresholds.ABSOLUTE,
                        null,
                        rounding(),
                        share ? rounding() : null,
                        Bounds.HALF_OPEN),
                one(Decision.values()),
                List.of(
                        new TrackLevel("mid", first, null, null),
                        new TrackLevel(
                                "senior",
                                second,
                                null,
                                List.of(new Condition(null, "java", "t", null, null, one(Absent.values()))))),
                random.nextInt(3) > 0
                        ? null
                        : List.of(new Veto(
                                new Condition("truths", null, null, null, null, one(Absent.values())),
                                random.nextBoolean() ? "mid" : null)));
        return new DeclarativeRule(
                ratings,
                groups,
                List.of(track),
                one(Exempt.values()),
                one(
                        new Stability(Holding.PURE, null),
                        new Stability(Holding.NEVER_DOWN, null),
                        new Stability(Holding.GRACE, 30)));
    }

    private Rating number(String id) {
        var reducer = one(
                Reducer.LATEST,
                Reducer.HIGHEST,
                Reducer.LOWEST,
                Reducer.MEAN,
                Reducer.MEDIAN,
                Reducer.BY_KIND,
                Reducer.DECAYING);
        var kinds = List.of(Kind.MANAGER, Kind.PEER, Kind.SELF);
        var points = random.nextBoolean()
                ? null
                : List.of(
                        new Points(decimal(0), decimal(0)),
                        new Points(new BigDecimal("2.5"), decimal(random.nextInt(3))),
                        new Points(decimal(4), decimal(3 + random.nextInt(9))));
        return new Rating(
                id,
                kinds,
                reducer,
                reducer == Reducer.BY_KIND
                        ? kinds.stream()
                                .map(kind -> new KindWeight(kind, decimal(1 + random.nextInt(5))))
                                .toList()
                        : null,
                null,
                null,
                null,
                1 + random.nextInt(2),
                rounding(),
                points,
                null,
                one(Missing.values()));
    }

    private Rating truth(String id) {
        var counts = random.nextBoolean();
        return new Rating(
                id,
                List.of(Kind.values()),
                counts ? Reducer.AT_LEAST : Reducer.MEAN,
                null,
                counts ? 1 + random.nextInt(2) : null,
                counts ? decimal(1 + random.nextInt(4)) : null,
                null,
                null,
                rounding(),
                null,
                counts ? null : new Proficient(decimal(1 + random.nextInt(4)), null),
                one(Missing.values()));
    }

    private Rating required() {
        return new Rating(
                "r",
                List.of(Kind.MANAGER, Kind.PEER),
                Reducer.MEAN,
                null,
                null,
                null,
                null,
                null,
                rounding(),
                null,
                new Proficient(null, new BigDecimal("0.5")),
                one(Missing.values()));
    }

    private Group group(String id, List<String> skills, String rating, RollUp rollUp) {
        var weighed = rollUp == RollUp.SUM || rollUp == RollUp.WEIGHTED_MEAN || rollUp == RollUp.SHARE;
        var listed = weighed && random.nextBoolean();
        var divides = rollUp == RollUp.WEIGHTED_MEAN || rollUp == RollUp.SHARE;
        return new Group(
                id,
                null,
                new Selection(skills, null, null, null, null),
                rating,
                rollUp,
                listed ? Weighing.LISTED : null,
                listed
                        ? skills.stream()
                                .map(skill -> new Weight(skill, decimal(1 + random.nextInt(5))))
                                .toList()
                        : null,
                rollUp == RollUp.K_OF_N ? 1 + random.nextInt(skills.size()) : null,
                rollUp == RollUp.SUM && random.nextBoolean() ? decimal(5 + random.nextInt(9)) : null,
                divides ? rounding() : null,
                null);
    }

    private Rounding rounding() {
        var mode = one(RoundingMode.values());
        return new Rounding(mode, mode == RoundingMode.NONE ? null : Integer.valueOf(1));
    }

    private Map<String, List<Observation>> person() {
        var seen = new HashMap<String, List<Observation>>();
        for (var skill : SKILLS) {
            for (var i = random.nextInt(5); i > 0; i--) {
                seen.computeIfAbsent(skill, _ -> new ArrayList<>())
                        .add(RulePage.observation(
                                one(Kind.MANAGER, Kind.PEER, Kind.SELF),
                                one("a", "b", "c"),
                                1 + random.nextInt(9) / 2.0,
                                DAY.minusDays(random.nextInt(400))));
            }
        }
        return seen;
    }

    private Map<String, List<Observation>> shuffled(Map<String, List<Observation>> seen) {
        var other = new HashMap<String, List<Observation>>();
        seen.forEach((skill, observations) -> {
            var shuffled = new ArrayList<>(observations);
            shuffled.add(observations.get(random.nextInt(observations.size())));
            Collections.shuffle(shuffled, random);
            other.put(skill, shuffled);
        });
        return other;
    }

    /** One statement higher, on every skill. */
    private Map<String, List<Observation>> raised(Map<String, List<Observation>> seen) {
        var other = new HashMap<String, List<Observation>>();
        seen.forEach((skill, observations) -> {
            var chosen = observations.get(random.nextInt(observations.size()));
            other.put(
                    skill,
                    observations.stream()
                            .map(one -> one.equals(chosen) ? higher(one) : one)
                            .toList());
        });
        return other;
    }

    private static Observation higher(Observation one) {
        return RulePage.observation(one.kind(), one.source(), Math.min(5, one.value() + 1), one.observedOn());
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private static BigDecimal decimal(int whole) {
        return BigDecimal.valueOf(whole);
    }
}
