package dev.skillladder.assessment.matrix;

import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.knownframework.KnownFrameworks;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.matrix.Matrix.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Which skills a matrix shows: those that the people's roles ask for, called as in the newest version among them. */
@Component
class Columns {

    private final KnownFrameworks frameworks;
    private final KnownRules rules;

    Columns(KnownFrameworks frameworks, KnownRules rules) {
        this.frameworks = frameworks;
        this.rules = rules;
    }

    List<Column> of(Collection<PersonAt> people) {
        var asked = new TreeMap<String, Set<String>>();
        var newest = new TreeMap<String, Integer>();
        var roles = new HashSet<List<Object>>();
        for (var person : people) {
            newest.merge(person.framework(), person.version(), Math::max);
            if (roles.add(List.of(person.framework(), person.version(), person.role()))) {
                var skills = asked.computeIfAbsent(person.framework(), _ -> new HashSet<>());
                skills.addAll(rules.of(person.framework(), person.version()).skills(person.role()));
            }
        }
        var columns = new ArrayList<Column>();
        newest.forEach((framework, version) -> columns.addAll(columns(framework, version, asked)));
        return columns;
    }

    private List<Column> columns(String framework, int version, Map<String, Set<String>> asked) {
        var wanted = asked.getOrDefault(framework, Set.of());
        return frameworks.document(framework, version).skills().stream()
                .filter(skill -> wanted.contains(skill.id()))
                .map(skill -> new Column(framework, skill.id(), skill.name(), skill.category()))
                .sorted(Comparator.comparing(Column::skill))
                .toList();
    }
}
