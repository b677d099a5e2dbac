package dev.skillladder.assessment.matrix;

import dev.skillladder.assessment.blindness.Sight;
import dev.skillladder.assessment.contest.OpenContests;
import dev.skillladder.assessment.estimate.KnownRules;
import dev.skillladder.assessment.knownengineer.KnownEngineer;
import dev.skillladder.assessment.knownengineer.KnownEngineers;
import dev.skillladder.assessment.knownteam.KnownTeam;
import dev.skillladder.assessment.level.Levels;
import dev.skillladder.assessment.level.PersonAt;
import dev.skillladder.assessment.matrix.Matrix.Cell;
import dev.skillladder.assessment.matrix.Matrix.Column;
import dev.skillladder.assessment.matrix.Matrix.Person;
import dev.skillladder.assessment.matrix.Matrix.Together;
import dev.skillladder.engine.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the matrix together with one query per kind of data, however many people there are. */
@Component
class FindMatrix {

    private final Levels levels;
    private final KnownRules rules;
    private final KnownEngineers engineers;
    private final Columns columns;
    private final OpenContests contests;

    FindMatrix(Levels levels, KnownRules rules, KnownEngineers engineers, Columns columns, OpenContests contests) {
        this.levels = levels;
        this.rules = rules;
        this.engineers = engineers;
        this.columns = columns;
        this.contests = contests;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Matrix of(KnownTeam team, Collection<UUID> members, LocalDate asOf, @Nullable Instant knownAt, Sight sight) {
        var standing = levels.at(members, asOf, knownAt, sight);
        var known = engineers.find(members);
        var shown = columns.of(standing.values());
        var contested = contests.lines(members, knownAt);
        var people = members.stream()
                .map(engineer -> person(engineer, known.get(engineer), standing.get(engineer), contested, shown))
                .sorted(Comparator.comparing(FindMatrix::sortedBy, String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(Person::engineer))
                .toList();
        return new Matrix(team.team(), team.name(), asOf, knownAt, Cell.FIELDS, shown, people, together(shown, people));
    }

    private Person person(
            UUID engineer,
            @Nullable KnownEngineer known,
            @Nullable PersonAt standing,
            OpenContests.Of contested,
            List<Column> shown) {
        var name = known == null ? null : known.name();
        if (standing == null) {
            return new Person(
                    engineer, name, null, null, null, null, null, null, false, null, null, null, null, null, List.of());
        }
        var cells = new Cells(
                rules.of(standing.framework(), standing.version()),
                standing,
                contested.skills(engineer, standing.framework(), standing.version()));
        var result = standing.result();
        return new Person(
                engineer,
                name,
                standing.framework(),
                standing.version(),
                standing.role(),
                result.verified(),
                result.possible(),
                result.confirmed(),
                standing.isOverride(),
                result.state(),
                result.pLow(),
                result.pHigh(),
                result.changesOn(),
                cells.target(),
                cells.of(shown));
    }

    private static String sortedBy(Person person) {
        return person.name() == null ? "" : person.name().en();
    }

    private static List<Together> together(List<Column> columns, List<Person> people) {
        var together = new ArrayList<Together>(columns.size());
        for (var column = 0; column < columns.size(); column++) {
            together.add(together(column, people));
        }
        return together;
    }

    private static Together together(int column, List<Person> people) {
        var sum = 0.0;
        var known = 0;
        var asked = 0;
        var met = 0;
        @Nullable UUID holder = null;
        for (var person : people) {
            var cell = person.cells().isEmpty() ? null : person.cells().get(column);
            if (cell != null && cell.status() != null) {
                asked++;
                if (cell.status() != Status.UNKNOWN && cell.mean() != null) {
                    known++;
                    sum += cell.mean();
                }
                if (cell.status() == Status.MET) {
                    met++;
                    holder = person.engineer();
                }
            }
        }
        return new Together(known == 0 ? null : (Double) (sum / known), asked, met, met == 1 ? holder : null);
    }
}
