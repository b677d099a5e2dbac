package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Condition;
import dev.skillladder.contract.catalog.DeclarativeRule.Group;
import dev.skillladder.contract.catalog.DeclarativeRule.Track;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Follows tracks to all that they look at. */
final class Reached {

    private Reached() {}

    /** Groups that the tracks look at, directly or through others, in the order of {@code all}. */
    static List<Group> groups(List<Track> tracks, Map<String, Group> all) {
        var reached = new HashSet<String>();
        var open = new ArrayDeque<String>();
        tracks.forEach(track -> {
            if (track.score() != null) {
                open.add(track.score().group());
            }
        });
        RoleRule.conditions(tracks)
                .map(Condition::group)
                .filter(Objects::nonNull)
                .forEach(open::add);
        while (!open.isEmpty()) {
            var id = open.remove();
            if (reached.add(id)) {
                open.addAll(GroupUse.of(Objects.requireNonNull(all.get(id))));
            }
        }
        return all.values().stream()
                .filter(group -> reached.contains(group.id()))
                .toList();
    }
}
