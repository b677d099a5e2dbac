package dev.skillladder.seeds;

import static java.util.stream.Collectors.toMap;

import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Role;
import dev.skillladder.seeds.DemoReview.Rating;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Eighteen months of reviews, made from each person's ability per round. The same files give the same reviews: chance
 * comes from the names alone.
 */
final class DemoHistory {

    static final String FRAMEWORK = "algorithm-engineer";

    /** First days of the review rounds; every review lies within eleven days after. */
    static final List<LocalDate> ROUNDS = List.of(
            LocalDate.of(2025, 5, 26),
            LocalDate.of(2025, 11, 17),
            LocalDate.of(2026, 5, 18),
            LocalDate.of(2026, 11, 9));

    private static final int PEERS = 2;

    private final DemoOrganisation organisation;
    private final Map<String, Expectation> expectations;
    private final List<Fixed> fixed = SeedFiles.read("demo/fixed-ratings.json", new TypeReference<>() {});

    /**
     * A rating that a story needs; the most specific line is written first.
     *
     * @param subject null: everybody except those with a line of their own
     * @param kind null: every rater
     * @param round index into {@link #ROUNDS}; null: every round
     * @param most null: exactly {@code value}; true: at most that
     */
    private record Fixed(
            @Nullable String subject,
            String skill,
            @Nullable Kind kind,
            @Nullable Integer round,
            double value,
            @Nullable Boolean most) {

        boolean concerns(DemoPerson person, String ofSkill, Kind ofKind, int inRound) {
            return (subject == null || subject.equals(person.user()))
                    && skill.equals(ofSkill)
                    && (kind == null || kind == ofKind)
                    && (round == null || round == inRound);
        }

        double apply(double rated) {
            return Boolean.TRUE.equals(most) ? Math.min(rated, value) : value;
        }
    }

    DemoHistory(DemoOrganisation organisation, FrameworkDocument framework) {
        this.organisation = organisation;
        this.expectations =
                framework.roles().stream().collect(toMap(Role::id, role -> new Expectation(framework, role)));
    }

    /** All reviews about a person, oldest first. */
    List<DemoReview> reviews(DemoPerson person) {
        List<DemoReview> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS.size(); round++) {
            Double ability = person.ability().get(round);
            if (ability != null) {
                all.addAll(reviews(person, round, ability));
            }
        }
        return all;
    }

    private List<DemoReview> reviews(DemoPerson person, int round, double ability) {
        LocalDate first = ROUNDS.get(round);
        List<DemoReview> reviews = new ArrayList<>();
        reviews.add(review(
                person, person, Kind.SELF, round, ability, first.plusDays(new Chance(person.user(), round).below(3))));
        List<DemoPerson> colleagues = organisation.colleagues(person, first);
        int start = new Chance(person.user(), "peers").below(Math.max(1, colleagues.size())) + round;
        for (int i = 0; i < Math.min(person.peers() == null ? PEERS : person.peers(), colleagues.size()); i++) {
            DemoPerson peer = colleagues.get((start + i) % colleagues.size());
            reviews.add(review(peer, person, Kind.PEER, round, ability, first.plusDays(3 + 2L * i)));
        }
        Optional.ofNullable(organisation.managerIn(person.team(first), person))
                .ifPresent(manager -> reviews.add(review(
                        manager,
                        person,
                        Kind.MANAGER,
                        round,
                        ability,
                        first.plusDays(7L + new Chance(manager.user(), person.user()).below(4)))));
        return reviews;
    }

    private DemoReview review(
            DemoPerson rater, DemoPerson subject, Kind kind, int round, double ability, LocalDate day) {
        Expectation expectation = Optional.ofNullable(expectations.get(subject.role(day)))
                .orElseThrow(() -> new IllegalStateException("no such role: " + subject.role(day)));
        List<Rating> ratings = expectation.skills(ability).stream()
                .filter(skill -> kind != Kind.PEER || new Chance(rater.user(), subject.user(), skill).below(10) < 7)
                .map(skill ->
                        new Rating(skill, rated(rater, subject, kind, round, skill, expectation.at(skill, ability))))
                .toList();
        String key = String.join("_", "seed", subject.user(), rater.user(), kind.name(), day.toString());
        return new DemoReview(key, rater.user(), subject.user(), kind, day, ratings);
    }

    private double rated(DemoPerson rater, DemoPerson subject, Kind kind, int round, String skill, double expected) {
        double strength = new Chance(subject.user(), skill).pick(-0.4, 0, 0, 0, 0.4);
        Chance chance = new Chance(rater.user(), subject.user(), skill, round);
        double opinion = switch (kind) {
            case MANAGER -> chance.pick(-0.2, 0, 0, 0.2);
            case PEER -> chance.pick(-0.5, 0, 0, 0, 0.5);
            case SELF -> chance.pick(0, 0, 0.5, 0.5, 1);
            case EVIDENCE -> 0;
        };
        double halves = Math.round((expected + strength + opinion) * 2) / 2.0;
        double onScale = Math.clamp(halves, 1, 5);
        return fixed.stream()
                .filter(f -> f.concerns(subject, skill, kind, round))
                .findFirst()
                .<Function<Double, Double>>map(f -> f::apply)
                .orElse(Function.identity())
                .apply(onScale);
    }
}
