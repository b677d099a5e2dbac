package dev.skillladder.seeds;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.ActionKind;
import dev.skillladder.contract.catalog.FrameworkDocument.CarryOver;
import dev.skillladder.contract.catalog.FrameworkDocument.DevelopmentAction;
import dev.skillladder.contract.catalog.FrameworkDocument.Requirement;
import dev.skillladder.contract.catalog.FrameworkDocument.Role;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaxonomyIsWholeTest {

    private static final FrameworkDocument FRAMEWORK = SeedFramework.document();

    static Stream<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(TaxonomyIsWholeTest.class.getResourceAsStream("/taxonomy.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void holdsEveryStatement(String line) {
        List<String> ids =
                Arrays.asList(line.substring(line.lastIndexOf(" = ") + 3).split(" "));

        assertThat(ids).isNotEmpty().isSubsetOf(everythingThere());
    }

    private static Set<String> everythingThere() {
        Set<String> there = new HashSet<>();
        FRAMEWORK.categories().forEach(c -> there.add("category:" + c.id()));
        FRAMEWORK.skills().forEach(s -> there.add("skill:" + s.id()));
        FRAMEWORK.ladders().forEach(ladder -> ladder.levels().forEach(level -> there.add("level:" + level.id())));
        for (Role role : FRAMEWORK.roles()) {
            there.add("role:" + role.id());
            role.requirements().forEach(r -> there.add("asks:" + role.id() + "/" + r.skill()));
        }
        mustHavesOfEveryLevel("algorithm-engineer").forEach(skill -> there.add("must:" + skill));
        FRAMEWORK.transfers().forEach(t -> t.complement().forEach(skill -> there.add("adds:" + t.to() + "/" + skill)));
        FRAMEWORK.developmentActions().forEach(a -> {
            there.add("kind:" + a.kind());
            there.add("action:" + a.id());
        });
        FrameworkDocument.Programme programme = Objects.requireNonNull(FRAMEWORK.programme());
        programme.entry().forEach(p -> there.add("entry:" + p.skill()));
        programme.milestones().forEach(m -> there.add("month:" + m.month()));
        programme.courses().forEach(c -> there.add("course:" + c.id()));
        return there;
    }

    private static Set<String> mustHavesOfEveryLevel(String id) {
        Role role = role(id);
        return role.requirements().stream()
                .filter(Requirement::mustHave)
                .collect(groupingBy(Requirement::skill, counting()))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() == 3)
                .map(Map.Entry::getKey)
                .collect(toSet());
    }

    private static Role role(String id) {
        return FRAMEWORK.roles().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasSkillsInEveryBranchAndOnlyThere() {
        assertThat(FRAMEWORK.skills()).hasSizeGreaterThanOrEqualTo(45);
        Set<String> parents =
                FRAMEWORK.categories().stream().map(c -> c.parent()).collect(toSet());
        assertThat(FRAMEWORK.skills().stream().map(Skill::category).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(FRAMEWORK.categories().stream()
                        .map(c -> c.id())
                        .filter(id -> !parents.contains(id))
                        .toList());
    }

    @Test
    void everySkillIsRequiredBySomeRole() {
        assertThat(FRAMEWORK.skills().stream().map(Skill::id))
                .containsExactlyInAnyOrderElementsOf(FRAMEWORK.roles().stream()
                        .flatMap(role -> role.requirements().stream().map(Requirement::skill))
                        .collect(toSet()));
    }

    @Test
    void everySkillCanBeImprovedAndFoundInBothLanguages() {
        assertThat(FRAMEWORK.skills()).allSatisfy(skill -> {
            assertThat(skill.improve()).as(skill.id()).isNotEmpty();
            assertThat(skill.synonyms()).as(skill.id()).containsOnlyKeys("zh", "en");
            assertThat(skill.synonyms().values()).as(skill.id()).allMatch(words -> !words.isEmpty());
        });
    }

    @Test
    void requirementsRiseAndNameAtMostFiveMustHaves() {
        for (Role role : FRAMEWORK.roles()) {
            Map<String, List<Requirement>> bySkill =
                    role.requirements().stream().collect(groupingBy(Requirement::skill));
            assertThat(bySkill)
                    .allSatisfy((skill, rows) -> assertThat(rows.stream().map(Requirement::proficiency))
                            .as(role.id() + "/" + skill)
                            .isSorted()
                            .doesNotHaveDuplicates());
            Map<String, List<Requirement>> byLevel =
                    role.requirements().stream().collect(groupingBy(Requirement::level));
            assertThat(byLevel).as(role.id()).containsOnlyKeys("junior", "mid", "senior");
            assertThat(byLevel).allSatisfy((level, rows) -> {
                assertThat(rows).as(role.id() + "/" + level).hasSizeBetween(10, 25);
                assertThat(rows.stream().filter(Requirement::mustHave)).hasSizeBetween(1, 5);
                assertThat(rows).allMatch(r -> r.importance() >= 1 && r.importance() <= 5);
            });
        }
        assertThat(mustHavesOfEveryLevel("algorithm-engineer"))
                .containsExactlyInAnyOrder("mathematics", "programming", "data-analysis", "continuous-learning");
    }

    @Test
    void carriesTheTransferableAbilitiesToEveryOtherRole() {
        assertThat(FRAMEWORK.transfers())
                .extracting(t -> t.to())
                .containsExactlyInAnyOrderElementsOf(FRAMEWORK.roles().stream()
                        .map(Role::id)
                        .filter(id -> !id.equals("algorithm-engineer"))
                        .toList());
        assertThat(FRAMEWORK.transfers()).allSatisfy(transfer -> {
            Set<String> asked = role(transfer.to()).requirements().stream()
                    .map(Requirement::skill)
                    .collect(toSet());
            assertThat(transfer.carriesOver())
                    .extracting(CarryOver::skill)
                    .contains("explaining-technology", "data-driven-decisions", "problem-solving", "learning-to-learn")
                    .isSubsetOf(asked);
            assertThat(transfer.complement()).isNotEmpty().isSubsetOf(asked);
            assertThat(transfer.carriesOver()).allMatch(c -> c.rate() > 0 && c.rate() <= 1);
        });
    }

    @Test
    void suggestsSomethingConcreteForEachWayToImprove() {
        Set<String> skills = FRAMEWORK.skills().stream().map(Skill::id).collect(toSet());
        assertThat(FRAMEWORK.developmentActions())
                .allSatisfy(action -> assertThat(action.skills()).isNotEmpty().isSubsetOf(skills));
        assertThat(FRAMEWORK.developmentActions().stream().collect(groupingBy(DevelopmentAction::kind, counting())))
                .containsOnlyKeys(ActionKind.values())
                .allSatisfy((kind, number) -> assertThat(number).isGreaterThanOrEqualTo(3));
    }
}
