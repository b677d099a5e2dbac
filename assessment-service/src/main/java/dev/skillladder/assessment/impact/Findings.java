package dev.skillladder.assessment.impact;

import dev.skillladder.assessment.impact.Cause.Line;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes {@code impact_person} and {@code impact_count}, a batch at a time. */
@Component
class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID run, List<Affected> found) {
        addPeople(
                run,
                found.stream().filter(one -> one.change() != Change.UNCHANGED).toList());
        count(run, found);
    }

    private void addPeople(UUID run, List<Affected> people) {
        if (people.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into impact_person (run, engineer, team, role, change, level_before, level_after, cause,
                            cause_level, cause_skill, cause_part, cause_of, cause_track)
                        select :run, engineer, team, role, change, level_before, level_after, cause, cause_level,
                               cause_skill, cause_part, cause_of, cause_track
                        from unnest(:engineers::uuid[], :teams::uuid[], :roles::text[], :changes::text[],
                                    :before::text[], :after::text[], :causes::text[], :levels::text[], :skills::text[],
                                    :parts::text[], :of::text[], :tracks::text[])
                            as found (engineer, team, role, change, level_before, level_after, cause, cause_level,
                                      cause_skill, cause_part, cause_of, cause_track)
                        """)
                .param("run", run)
                .param("engineers", column(people, Affected::engineer))
                .param("teams", column(people, Affected::team))
                .param("roles", column(people, Affected::role))
                .param("changes", column(people, Affected::change))
                .param("before", column(people, Affected::before))
                .param("after", column(people, Affected::after))
                .param("causes", column(people, cause(Cause::what)))
                .param("levels", column(people, cause(Cause::level)))
                .param("skills", column(people, cause(Cause::skill)))
                .param("parts", column(people, line(Line::part)))
                .param("of", column(people, line(Line::of)))
                .param("tracks", column(people, line(Line::track)))
                .update();
    }

    private void count(UUID run, List<Affected> found) {
        List<Cell> cells = found.stream().collect(Collectors.groupingBy(Place::of)).entrySet().stream()
                .map(entry -> new Cell(entry.getKey(), Tally.counts(entry.getValue())))
                .toList();
        jdbc.sql("""
                        insert into impact_count (run, team, role, rises, falls, insufficient, unchanged)
                        select :run, team, role, rises, falls, insufficient, unchanged
                        from unnest(:teams::uuid[], :roles::text[], :rises::bigint[], :falls::bigint[],
                                    :insufficient::bigint[], :unchanged::bigint[])
                            as found (team, role, rises, falls, insufficient, unchanged)
                        on conflict (run, team, role) do update
                        set rises = impact_count.rises + excluded.rises, falls = impact_count.falls + excluded.falls,
                            insufficient = impact_count.insufficient + excluded.insufficient,
                            unchanged = impact_count.unchanged + excluded.unchanged
                        """)
                .param("run", run)
                .param("teams", column(cells, cell -> cell.place().team()))
                .param("roles", column(cells, cell -> cell.place().role()))
                .param("rises", column(cells, cell -> cell.of(Change.RISE)))
                .param("falls", column(cells, cell -> cell.of(Change.FALL)))
                .param("insufficient", column(cells, cell -> cell.of(Change.INSUFFICIENT)))
                .param("unchanged", column(cells, cell -> cell.of(Change.UNCHANGED)))
                .update();
    }

    private static Function<Affected, @Nullable Object> cause(Function<Cause, @Nullable Object> value) {
        return one -> one.cause() == null ? null : value.apply(one.cause());
    }

    private static Function<Affected, @Nullable Object> line(Function<Line, @Nullable Object> value) {
        return cause(cause -> cause.line() == null ? null : value.apply(cause.line()));
    }

    // as text: PostgreSQL reads its own notation of every type
    private static <T> @Nullable String[] column(List<T> rows, Function<T, @Nullable Object> value) {
        @Nullable String[] column = new String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            Object cell = value.apply(rows.get(i));
            column[i] = cell == null ? null : cell.toString();
        }
        return column;
    }

    private record Place(@Nullable UUID team, String role) {

        static Place of(Affected one) {
            return new Place(one.team(), one.role());
        }
    }

    private record Cell(Place place, Map<Change, Long> counts) {

        long of(Change change) {
            return counts.getOrDefault(change, 0L);
        }
    }
}
