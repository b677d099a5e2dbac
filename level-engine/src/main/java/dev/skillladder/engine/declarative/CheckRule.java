package dev.skillladder.engine.declarative;

import dev.skillladder.contract.catalog.DeclarativeRule;
import dev.skillladder.contract.catalog.DeclarativeRule.Group;
import dev.skillladder.contract.catalog.DeclarativeRule.Holding;
import dev.skillladder.contract.catalog.DeclarativeRule.Stability;
import dev.skillladder.contract.catalog.FrameworkDocument;
import dev.skillladder.contract.catalog.FrameworkDocument.Rule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The static check of a document's rule: what passes can be computed for everybody, and is monotone. */
public final class CheckRule {

    private static final String AT = "/rule/definition";
    private static final int MOST_RATINGS = 200;
    private static final int MOST_GROUPS = 1_000;
    private static final int MOST_TRACKS = 200;
    private static final int MOST_DAYS = 3_650;

    /** Members of all groups, once per level where groups depend on it: the work one person takes. */
    private static final long MOST_WORK = 500_000;

    private final FrameworkDocument document;
    private final DeclarativeRule definition;
    private final Problems problems = new Problems();

    private CheckRule(FrameworkDocument document, DeclarativeRule definition) {
        this.document = document;
        this.definition = definition;
    }

    /**
     * Every reason why the document's rule cannot be used; empty for LEVELS-1. Anything in the document may be missing; what
     * is wrong with its other parts is not repeated.
     */
    public static List<RuleProblem> problems(FrameworkDocument document) {
        var rule = document.rule();
        if (rule == null || rule.type() == null) {
            return List.of();
        }
        var problems = new Problems();
        var declarative = rule.type().equals(Rule.DECLARATIVE);
        var definition = rule.definition();
        if (problems.onlyWith(declarative, AT, definition, "declarative")
                && definition != null
                && document.scale() != null) {
            return new CheckRule(document, definition).all();
        }
        return problems.all();
    }

    private List<RuleProblem> all() {
        var ratings = list("ratings", definition.ratings(), MOST_RATINGS);
        var groups = list("groups", definition.groups(), MOST_GROUPS);
        var tracks = list("tracks", definition.tracks(), MOST_TRACKS);
        if (definition.stability() != null) {
            stability(definition.stability());
        }
        if (!ratings || !groups || !tracks) {
            return problems.all();
        }
        var names = Names.in(document, definition);
        new CheckRatings(problems, document.scale()).check(AT + "/ratings", definition.ratings());
        new CheckGroups(problems, names).check(AT + "/groups", definition.groups());
        if (problems.none()) {
            cycles(names);
        }
        // what follows computes with ratings and groups, so they have to be sound
        if (problems.none()) {
            decisions(names);
        }
        return problems.all();
    }

    private boolean list(String name, @Nullable List<?> list, int most) {
        if (!problems.needed(AT + "/" + name, list) || list == null) {
            return false;
        }
        if (list.isEmpty() || list.size() > most) {
            problems.add(AT + "/" + name, "需要 1 到 " + most + " 项", "Between 1 and " + most + " entries are needed");
        }
        return list.size() <= most;
    }

    private void stability(Stability stability) {
        if (problems.needed(AT + "/stability/holding", stability.holding())
                && problems.onlyWith(
                        stability.holding() == Holding.GRACE, AT + "/stability/days", stability.days(), "GRACE")) {
            problems.range(AT + "/stability/days", stability.days(), 1, MOST_DAYS);
        }
    }

    private void decisions(Names names) {
        var members = new Members(document);
        var named = new HashMap<String, SortedSet<String>>();
        for (var group : definition.groups()) {
            var skills = group.over() == null ? null : members.of(group.over());
            if (skills != null) {
                named.put(group.id(), skills);
            }
        }
        var scales = Scales.of(document.scale().min(), document.scale().max());
        var types = new GroupTypes(names.groups(), names.ratings(), named, scales);
        var conditions = new CheckConditions(problems, names, types, scales);
        for (var i = 0; i < definition.groups().size(); i++) {
            var group = definition.groups().get(i);
            var at = AT + "/groups/" + i;
            var skills = named.get(group.id());
            if (skills != null && skills.isEmpty()) {
                problems.add(at + "/over", "其中没有任何技能", "There is no skill in it");
            }
            if (group.steps() != null) {
                conditions.steps(at + "/steps", group);
            }
        }
        if (problems.none()) {
            new CheckTracks(problems, names, types, conditions).check(AT + "/tracks", definition.tracks());
            work(names, named, types);
        }
    }

    private void work(Names names, Map<String, SortedSet<String>> named, GroupTypes types) {
        var levels =
                names.ladders().values().stream().mapToLong(List::size).max().orElse(0);
        var asked = Names.there(document.roles())
                .mapToLong(role -> Names.there(role.requirements()).count())
                .max()
                .orElse(0);
        var work = 0L;
        for (var group : definition.groups()) {
            var over = group.over();
            var skills = named.get(group.id());
            var members = over != null && over.requirements() != null
                    ? asked
                    : (skills == null ? GroupUse.of(group).size() : skills.size())
                            * (types.perLevel(group) ? levels : 1);
            work += members;
        }
        if (work > MOST_WORK) {
            problems.add(
                    AT + "/groups",
                    "规则过大：每人需要处理 " + work + " 项，最多 " + MOST_WORK,
                    "The rule is too large: it looks at " + work + " members per person, at most " + MOST_WORK);
        }
    }

    /** Takes away groups that look at no other group, again and again; only cycles remain. */
    private void cycles(Names names) {
        var users = new HashMap<String, List<String>>();
        var open = new HashMap<String, Integer>();
        for (var group : definition.groups()) {
            var used = new HashSet<>(GroupUse.of(group));
            used.retainAll(names.groups().keySet());
            open.put(group.id(), used.size());
            used.forEach(id -> users.computeIfAbsent(id, _ -> new ArrayList<>()).add(group.id()));
        }
        var ready = new ArrayDeque<String>();
        open.forEach((id, count) -> {
            if (count == 0) {
                ready.add(id);
            }
        });
        while (!ready.isEmpty()) {
            var id = ready.remove();
            open.remove(id);
            for (var user : users.getOrDefault(id, List.of())) {
                if (open.merge(user, -1, Integer::sum) == 0) {
                    ready.add(user);
                }
            }
        }
        for (var i = 0; i < definition.groups().size(); i++) {
            Group group = definition.groups().get(i);
            if (open.containsKey(group.id())) {
                problems.add(
                        AT + "/groups/" + i,
                        "分组“" + group.id() + "”直接或间接包含自身",
                        "The group '" + group.id() + "' contains itself or what does");
            }
        }
    }
}
