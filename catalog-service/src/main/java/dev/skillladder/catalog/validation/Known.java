package dev.skillladder.catalog.validation;

import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Category;
import dev.skillladder.contract.catalog.FrameworkDocument.DevelopmentAction;
import dev.skillladder.contract.catalog.FrameworkDocument.HalfLife;
import dev.skillladder.contract.catalog.FrameworkDocument.Ladder;
import dev.skillladder.contract.catalog.FrameworkDocument.Level;
import dev.skillladder.contract.catalog.FrameworkDocument.Requirement;
import dev.skillladder.contract.catalog.FrameworkDocument.Role;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a document's references can mean.
 *
 * @param levels of each ladder, lowest first
 * @param ladders of each role
 * @param required skills that some role asks for; with an own rule all, since it may look at any
 * @param ownRule whether a declarative rule decides, so that a level may do without requirements
 */
record Known(
        Set<String> categories,
        Set<String> halfLives,
        Set<String> skills,
        Set<String> actions,
        Map<String, List<String>> levels,
        Map<String, String> ladders,
        Set<String> roles,
        Set<String> required,
        boolean ownRule) {

    static Known in(FrameworkDocument document) {
        Map<String, List<String>> levels = new HashMap<>();
        there(document.ladders())
                .filter(ladder -> ladder.id() != null)
                .forEach(ladder -> levels.putIfAbsent(ladder.id(), levelsOf(ladder)));
        Map<String, String> ladders = new HashMap<>();
        there(document.roles())
                .filter(role -> role.id() != null && role.ladder() != null)
                .forEach(role -> ladders.putIfAbsent(role.id(), role.ladder()));
        boolean ownRule = document.rule() != null
                && FrameworkDocument.Rule.DECLARATIVE.equals(document.rule().type());
        Set<String> skills = ids(document.skills(), Skill::id);
        return new Known(
                ids(document.categories(), Category::id),
                ids(document.halfLives(), HalfLife::id),
                skills,
                ids(document.developmentActions(), DevelopmentAction::id),
                levels,
                ladders,
                ids(document.roles(), Role::id),
                ownRule ? skills : required(document),
                ownRule);
    }

    private static Set<String> required(FrameworkDocument document) {
        return there(document.roles())
                .flatMap(role -> there(role.requirements()))
                .map(Requirement::skill)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Levels of the role's ladder, lowest first; empty if the role or its ladder is not known. */
    List<String> levelsOf(@Nullable String role) {
        String ladder = ladders.get(role);
        return ladder == null ? List.of() : levels.getOrDefault(ladder, List.of());
    }

    private static List<String> levelsOf(Ladder ladder) {
        return there(ladder.levels()).map(Level::id).filter(Objects::nonNull).toList();
    }

    private static <T> Set<String> ids(@Nullable List<T> list, Function<T, String> id) {
        return there(list).map(id).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
    }

    private static <T> Stream<T> there(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }
}
