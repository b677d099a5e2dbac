package dev.skillladder.seeds;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.Kind;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import dev.skillladder.seeds.DemoReview.Rating;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

class DemoHistoryTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    private static final FrameworkDocument FRAMEWORK = SeedFramework.document();
    private static final Set<String> SKILLS =
            FRAMEWORK.skills().stream().map(Skill::id).collect(toSet());

    private final DemoOrganisation organisation = new DemoOrganisation();
    private final DemoHistory history = new DemoHistory(organisation, FRAMEWORK);
    private final List<DemoReview> reviews = organisation.people().stream()
            .flatMap(p -> history.reviews(p).stream())
            .toList();

    private record Story(String id, String person, Text see) {}

    @Test
    void newcomersOfTheProgrammePassTheirCheckAndHaveAMentor() {
        FrameworkDocument.Programme programme = Objects.requireNonNull(FRAMEWORK.programme());

        for (DemoCohort cohort : DemoCohort.all()) {
            assertThat(cohort.participants()).isNotEmpty().allSatisfy(newcomer -> {
                assertThat(organisation.person(newcomer.mentor()).user()).isNotEqualTo(newcomer.person());
                assertThat(organisation.person(newcomer.person()).hired()).isBeforeOrEqualTo(cohort.startsOn());
                programme
                        .entry()
                        .forEach(asked -> assertThat(newcomer.check())
                                .anyMatch(seen ->
                                        seen.skill().equals(asked.skill()) && seen.value() >= asked.proficiency()));
            });
        }
    }

    @Test
    void isTheSameEveryTime() {
        DemoHistory again = new DemoHistory(new DemoOrganisation(), SeedFramework.document());

        assertThat(organisation.people().stream().flatMap(p -> again.reviews(p).stream()))
                .containsExactlyElementsOf(reviews);
    }

    @Test
    void needsFewEnoughRequests() {
        long peers = reviews.stream().filter(r -> r.kind() == Kind.PEER).count();

        assertThat(reviews.size() + peers + 4L * organisation.people().size()).isBetween(1_000L, 2_500L);
    }

    @Test
    void ratesKnownSkillsInWholeOrHalfSteps() {
        assertThat(reviews).allSatisfy(review -> {
            assertThat(review.ratings())
                    .hasSizeBetween(1, 60)
                    .extracting(Rating::skill)
                    .isSubsetOf(SKILLS);
            assertThat(review.ratings()).allMatch(r -> r.value() >= 1 && r.value() <= 5 && r.value() * 2 % 1 == 0);
        });
    }

    @Test
    void staysWithinTheEighteenMonthsBeforeTheLastDay() {
        assertThat(reviews)
                .extracting(DemoReview::observedOn)
                .allMatch(day -> day.isAfter(LAST_DAY.minusMonths(18)) && !day.isAfter(LAST_DAY));
    }

    @Test
    void givesEachReviewAKeyAndADayOfItsOwn() {
        assertThat(reviews).extracting(DemoReview::key).doesNotHaveDuplicates().allMatch(k -> k.length() <= 96);
        assertThat(reviews)
                .extracting(r -> r.subject() + r.kind() + r.observedOn())
                .as("the loader recognises a stored review by subject, kind and day, since peers are not named")
                .doesNotHaveDuplicates();
    }

    @Test
    void letsManagersRateOnlyThoseBelow() {
        assertThat(reviews).filteredOn(r -> r.kind() == Kind.MANAGER).allSatisfy(review -> {
            DemoPerson subject = organisation.person(review.subject());
            assertThat(organisation.managerIn(subject.team(review.observedOn()), subject))
                    .isEqualTo(organisation.person(review.rater()));
        });
    }

    @Test
    void hasThreeLevelsOfManagersOverEightTeamsInFiveRoles() {
        assertThat(organisation.people()).hasSizeBetween(55, 65);
        Set<String> parents =
                organisation.teams().stream().map(DemoTeam::parent).collect(toSet());
        assertThat(organisation.teams())
                .filteredOn(t -> !parents.contains(t.key()))
                .hasSize(8);
        assertThat(organisation.people().stream().map(this::managersAbove))
                .contains(3)
                .allMatch(n -> n <= 3);
        assertThat(organisation.people().stream().map(p -> p.role(LAST_DAY)))
                .containsOnly(
                        "algorithm-engineer",
                        "prompt-engineer",
                        "product-manager",
                        "presales-marketing",
                        "data-engineer");
    }

    private int managersAbove(DemoPerson person) {
        DemoPerson manager = organisation.managerIn(person.team(LAST_DAY), person);
        return manager == null ? 0 : 1 + managersAbove(manager);
    }

    @Test
    void tellsEveryStoryAboutSomebodyWhoIsThere() {
        List<Story> stories = SeedFiles.read("demo/stories.json", new TypeReference<>() {});

        assertThat(stories).extracting(Story::id).doesNotHaveDuplicates();
        assertThat(stories).allSatisfy(story -> {
            assertThat(organisation.person(story.person()).user()).isEqualTo(story.person());
            assertThat(story.see().zh()).containsPattern("\\p{IsHan}");
            assertThat(story.see().en()).doesNotContainPattern("\\p{IsHan}");
        });
    }

    @Test
    void evidenceAndLaterWordsConcernKnownPeopleAndSkills() {
        Set<String> keys = new HashSet<>();
        assertThat(DemoEvidence.all()).allSatisfy(item -> {
            assertThat(keys.add(item.key())).isTrue();
            assertThat(organisation.person(item.subject()).hired()).isBefore(item.observedOn());
            assertThat(item.observedOn()).isBeforeOrEqualTo(LAST_DAY);
            assertThat(item.ratings()).isNotEmpty().extracting(Rating::skill).isSubsetOf(SKILLS);
        });
        DemoSecondStep step = DemoSecondStep.read();
        assertThat(step.corrections())
                .isNotEmpty()
                .allSatisfy(c -> assertThat(reviews.stream().filter(c::concerns).flatMap(r -> r.ratings().stream()))
                        .as("corrected before: " + c)
                        .isNotEmpty()
                        .doesNotContainAnyElementsOf(c.ratings())
                        .extracting(Rating::skill)
                        .containsAll(c.ratings().stream().map(Rating::skill).toList()));
        assertThat(step.late()).isNotEmpty().allSatisfy(late -> {
            assertThat(late.ratings()).extracting(Rating::skill).isSubsetOf(SKILLS);
            assertThat(organisation.person(late.rater())).isNotNull();
            assertThat(late.observedOn()).isBeforeOrEqualTo(LAST_DAY);
        });
    }
}
