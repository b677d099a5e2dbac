package dev.skillladder.assessment.knownengineer;

import java.time.Instant;
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
import org.jspecify.annotations.Nullable;

/**
 * What dated statements come to of which only one can hold on a day (docs/decisions/0001-dated-statements.md): the one with
 * the latest first day, and of these the one recorded last.
 */
final class OnePerDay {

    private static final Comparator<Statement> LATEST = Comparator.comparing(Statement::from)
            .thenComparing(Statement::recordedAt)
            .thenComparing(Statement::about);

    private OnePerDay() {}

    /** Periods in their order, without overlaps. */
    static List<Period> of(List<Statement> statements) {
        List<Statement> current = corrected(statements);
        List<Period> periods = new ArrayList<>();
        List<LocalDate> days = List.copyOf(turningDays(current));
        for (int i = 0; i < days.size(); i++) {
            LocalDate from = days.get(i);
            LocalDate to = i + 1 < days.size() ? days.get(i + 1).minusDays(1) : null;
            on(from, current).ifPresent(winner -> append(periods, winner.about(), from, to));
        }
        return periods;
    }

    /** Of the statements about the same thing and first day, the one recorded last. */
    private static List<Statement> corrected(List<Statement> statements) {
        Map<List<Object>, Statement> newest = new HashMap<>();
        statements.forEach(statement -> newest.merge(
                List.of(statement.about(), statement.from()),
                statement,
                (one, other) -> other.recordedAt().isBefore(one.recordedAt()) ? one : other));
        return List.copyOf(newest.values());
    }

    /** The days on which what counts may change. */
    private static SortedSet<LocalDate> turningDays(List<Statement> statements) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (Statement statement : statements) {
            days.add(statement.from());
            LocalDate to = statement.to();
            if (to != null) {
                days.add(to.plusDays(1));
            }
        }
        return days;
    }

    private static Optional<Statement> on(LocalDate day, List<Statement> statements) {
        return statements.stream().filter(statement -> statement.covers(day)).max(LATEST);
    }

    private static void append(List<Period> periods, UUID about, LocalDate from, @Nullable LocalDate to) {
        Period last = periods.isEmpty() ? null : periods.getLast();
        if (last != null && last.about().equals(about) && from.minusDays(1).equals(last.to())) {
            periods.set(periods.size() - 1, new Period(about, last.from(), to));
        } else {
            periods.add(new Period(about, from, to));
        }
    }

    /** {@code about}, a manager or a team, holds on the days from {@code from} to {@code to}, both included. */
    record Statement(UUID about, LocalDate from, @Nullable LocalDate to, Instant recordedAt) {

        boolean covers(LocalDate day) {
            return !from.isAfter(day) && (to == null || !to.isBefore(day));
        }
    }

    /** What holds on the days from {@code from} to {@code to}, both included. */
    record Period(UUID about, LocalDate from, @Nullable LocalDate to) {}
}
