package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule.Condition;
import dev.skillladder.contract.catalog.DeclarativeRule.Group;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a group looks at; takes groups that are still being checked, so anything may be missing. */
final class GroupUse {

    private GroupUse() {}

    /** Ids of other groups. */
    static List<String> of(Group group) {
        var members = group.over() == null || group.over().groups() == null
                ? Stream.<String>empty()
                : group.over().groups().stream();
        return Stream.concat(members, conditions(group).map(Condition::group))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Conditions of its steps. */
    static Stream<Condition> conditions(Group group) {
        return group.steps() == null
                ? Stream.empty()
                : group.steps().stream()
                        .filter(step -> step != null && step.requires() != null)
                        .flatMap(step -> step.requires().stream())
                        .filter(Objects::nonNull);
    }
}
