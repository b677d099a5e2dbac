package dev.skillladder.assessment.knownengineer;

import dev.skillladder.contract.profile.EngineerChanged.LineKind;
import dev.skillladder.contract.profile.EngineerChanged.ReportingLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person's statements about reporting lines come to (docs/decisions/0001-dated-statements.md): at most one solid
 * line per day, and any number of dotted ones.
 */
final class EffectiveLines {

    private static final Comparator<ReportingLine> LATEST =
            Comparator.comparing(ReportingLine::from).thenComparing(ReportingLine::recordedAt);

    private EffectiveLines() {}

    static List<Line> of(List<ReportingLine> statements) {
        List<ReportingLine> current = corrected(statements);
        List<Line> lines = solid(current);
        current.stream()
                .filter(statement -> statement.kind() == LineKind.DOTTED)
                .map(dotted -> new Line(dotted.manager(), LineKind.DOTTED, dotted.from(), dotted.to()))
                .forEach(lines::add);
        return lines;
    }

    /** Of the statements about the same manager, kind and first day, the one recorded last. */
    private static List<ReportingLine> corrected(List<ReportingLine> statements) {
        Map<List<Object>, ReportingLine> newest = new HashMap<>();
        statements.forEach(statement -> newest.merge(
                List.of(statement.manager(), statement.kind(), statement.from()),
                statement,
                (one, other) -> other.recordedAt().isBefore(one.recordedAt()) ? one : other));
        return newest.values().stream().sorted(LATEST).toList();
    }

    private static List<Line> solid(List<ReportingLine> statements) {
        List<ReportingLine> solid = statements.stream()
                .filter(statement -> statement.kind() == LineKind.SOLID)
                .toList();
        List<Line> lines = new ArrayList<>();
        List<LocalDate> days = List.copyOf(turningDays(solid));
        for (int i = 0; i < days.size(); i++) {
            LocalDate from = days.get(i);
            LocalDate to = i + 1 < days.size() ? days.get(i + 1).minusDays(1) : null;
            on(from, solid).ifPresent(winner -> append(lines, winner.manager(), from, to));
        }
        return lines;
    }

    /** The days on which what counts may change. */
    private static SortedSet<LocalDate> turningDays(List<ReportingLine> solid) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (ReportingLine statement : solid) {
            days.add(statement.from());
            LocalDate to = statement.to();
            if (to != null) {
                days.add(to.plusDays(1));
            }
        }
        return days;
    }

    private static Optional<ReportingLine> on(LocalDate day, List<ReportingLine> solid) {
        Stream<ReportingLine> covering =
                solid.stream().filter(statement -> !statement.from().isAfter(day) && !ended(statement, day));
        return covering.max(LATEST.thenComparing(ReportingLine::manager));
    }

    private static boolean ended(ReportingLine statement, LocalDate day) {
        LocalDate to = statement.to();
        return to != null && to.isBefore(day);
    }

    private static void append(List<Line> lines, UUID manager, LocalDate from, @Nullable LocalDate to) {
        Line last = lines.isEmpty() ? null : lines.getLast();
        if (last != null && last.manager().equals(manager) && from.minusDays(1).equals(last.to())) {
            lines.set(lines.size() - 1, new Line(manager, LineKind.SOLID, last.from(), to));
        } else {
            lines.add(new Line(manager, LineKind.SOLID, from, to));
        }
    }

    /** A line that counts on the days from {@code from} to {@code to}, both included. */
    record Line(
            UUID manager,
            LineKind kind,
            LocalDate from,
            @Nullable LocalDate to) {}
}
