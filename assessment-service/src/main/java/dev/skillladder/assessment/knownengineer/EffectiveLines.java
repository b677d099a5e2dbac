package dev.skillladder.assessment.knownengineer;

import dev.skillladder.contract.profile.EngineerChanged.LineKind;
import dev.skillladder.contract.profile.EngineerChanged.ReportingLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person's statements about reporting lines come to (docs/decisions/0001-dated-statements.md): at most one solid
 * line per day, and any number of dotted ones.
 */
final class EffectiveLines {

    private EffectiveLines() {}

    static List<Line> of(List<ReportingLine> statements) {
        List<Line> lines = new ArrayList<>();
        solid(statements).forEach(lines::add);
        dotted(statements).forEach(lines::add);
        return lines;
    }

    private static Stream<Line> solid(List<ReportingLine> statements) {
        return OnePerDay.of(of(statements, LineKind.SOLID).toList()).stream().map(line(LineKind.SOLID));
    }

    /** They stand beside each other: only those about the same manager replace one another. */
    private static Stream<Line> dotted(List<ReportingLine> statements) {
        Map<UUID, List<OnePerDay.Statement>> byManager =
                of(statements, LineKind.DOTTED).collect(Collectors.groupingBy(OnePerDay.Statement::about));
        return byManager.values().stream()
                .flatMap(one -> OnePerDay.of(one).stream())
                .map(line(LineKind.DOTTED));
    }

    private static Stream<OnePerDay.Statement> of(List<ReportingLine> statements, LineKind kind) {
        return statements.stream()
                .filter(statement -> statement.kind() == kind)
                .map(line -> new OnePerDay.Statement(line.manager(), line.from(), line.to(), line.recordedAt()));
    }

    private static Function<OnePerDay.Period, Line> line(LineKind kind) {
        return period -> new Line(period.about(), kind, period.from(), period.to());
    }

    /** A line that counts on the days from {@code from} to {@code to}, both included. */
    record Line(
            UUID manager,
            LineKind kind,
            LocalDate from,
            @Nullable LocalDate to) {}
}
