package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule;
import dev.skillladder.contract.catalog.DeclarativeRule.Condition;
import dev.skillladder.contract.catalog.DeclarativeRule.Track;
import dev.skillladder.contract.catalog.DeclarativeRule.Veto;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Level;
import dev.skillladder.contract.catalog.FrameworkDocument.Requirement;
import dev.skillladder.contract.catalog.FrameworkDocument.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a declarative rule says about one role.
 *
 * @param ladder levels, lowest first
 * @param asked requirements by level, by skill
 */
record RoleRule(List<String> ladder, Map<String, List<Requirement>> asked, List<Track> tracks) {

    static RoleRule of(FrameworkDocument document, Role role, DeclarativeRule definition) {
        return new RoleRule(
                document.ladders().stream()
                        .filter(ladder -> ladder.id().equals(role.ladder()))
                        .flatMap(ladder -> ladder.levels().stream())
                        .map(Level::id)
                        .toList(),
                role.requirements().stream()
                        .sorted(Comparator.comparing(Requirement::skill))
                        .collect(Collectors.groupingBy(Requirement::level)),
                definition.tracks().stream()
                        .filter(track -> track.role().equals(role.id()))
                        .toList());
    }

    /** Everything that levels and vetoes require. */
    static Stream<Condition> conditions(List<Track> tracks) {
        return tracks.stream()
                .flatMap(track -> Stream.concat(
                        track.levels().stream().flatMap(level -> orNone(level.requires())),
                        orNone(track.vetoes()).map(Veto::unless)));
    }

    private static <T> Stream<T> orNone(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }
}
