package dev.skillladder.engine.declarative;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.catalog.DeclarativeRule;
import dev.skillladder.contract.catalog.DeclarativeRule.Group;
import dev.skillladder.contract.catalog.DeclarativeRule.Rating;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Category;
import dev.skillladder.contract.catalog.FrameworkDocument.Level;
import dev.skillladder.contract.catalog.FrameworkDocument.Skill;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the references of a rule can mean; takes documents in which anything may be missing.
 *
 * @param ladders levels by role, lowest first
 */
record Names(
        Set<String> skills,
        Set<String> categories,
        Map<String, Rating> ratings,
        Map<String, Group> groups,
        Map<String, List<String>> ladders) {

    static final Text SKILL = new Text("技能", "skill");
    static final Text CATEGORY = new Text("类别", "category");
    static final Text RATING = new Text("评分方式", "rating");
    static final Text GROUP = new Text("分组", "group");
    static final Text LEVEL = new Text("级别", "level");
    static final Text ROLE = new Text("岗位", "role");

    static Names in(FrameworkDocument document, DeclarativeRule definition) {
        var levels = new HashMap<String, List<String>>();
        there(document.ladders())
                .filter(ladder -> ladder.id() != null)
                .forEach(ladder -> levels.putIfAbsent(
                        ladder.id(),
                        there(ladder.levels())
                                .map(Level::id)
                                .filter(Objects::nonNull)
                                .toList()));
        var ladders = new LinkedHashMap<String, List<String>>();
        there(document.roles())
                .filter(role -> role.id() != null)
                .forEach(role -> ladders.putIfAbsent(
                        role.id(), role.ladder() == null ? List.of() : levels.getOrDefault(role.ladder(), List.of())));
        return new Names(
                there(document.skills()).map(Skill::id).filter(Objects::nonNull).collect(Collectors.toSet()),
                there(document.categories())
                        .map(Category::id)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                byId(definition.ratings(), Rating::id),
                byId(definition.groups(), Group::id),
                ladders);
    }

    private static <T> Map<String, T> byId(@Nullable List<T> items, Function<T, String> id) {
        return there(items)
                .filter(item -> id.apply(item) != null)
                .collect(Collectors.toMap(id, Function.identity(), (one, _) -> one));
    }

    static <T> Stream<T> there(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }
}
