package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.exchange.ImportRow.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What previews say of each element. */
@Component
class ImportRows {

    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, List<ImportRow> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            addBatch(id, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    private void addBatch(UUID id, List<ImportRow> rows) {
        jdbc.sql("""
                insert into import_rows
                    (import, number, outcome, kind, element, file, sheet, line, col, pointer, reason)
                select :import, number, outcome, kind, element, file, sheet, line, col, pointer, reason
                from unnest(:numbers::int[], :outcomes::text[], :kinds::text[], :elements::text[], :files::text[],
                            :sheets::text[], :lines::int[], :cols::int[], :pointers::text[], :reasons::text[])
                     as given (number, outcome, kind, element, file, sheet, line, col, pointer, reason)
                """)
                .param("import", id)
                .param("numbers", column(rows, ImportRow::number, Integer[]::new))
                .param("outcomes", column(rows, row -> row.outcome().name(), String[]::new))
                .param("kinds", column(rows, row -> row.element().kind(), String[]::new))
                .param("elements", column(rows, row -> row.element().id(), String[]::new))
                .param("files", column(rows, row -> row.place().file(), String[]::new))
                .param("sheets", column(rows, row -> row.place().sheet(), String[]::new))
                .param("lines", column(rows, row -> row.place().row(), Integer[]::new))
                .param("cols", column(rows, row -> row.place().column(), Integer[]::new))
                .param("pointers", column(rows, row -> row.place().pointer(), String[]::new))
                .param("reasons", column(rows, ImportRow::reason, String[]::new))
                .update();
    }

    /** Rows after a number, of one outcome or of all. */
    List<ImportRow> list(UUID id, @Nullable Outcome outcome, int after, int limit) {
        return jdbc.sql("""
                select number, outcome, kind, element, file, sheet, line, col, pointer, reason
                from import_rows
                where import = :import and number > :after and (:outcome::text is null or outcome = :outcome)
                order by number
                limit :limit
                """)
                .param("import", id)
                .param("after", after)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("limit", limit)
                .query(ImportRows::read)
                .list();
    }

    private static ImportRow read(ResultSet row, int number) throws SQLException {
        return new ImportRow(
                row.getInt("number"),
                Outcome.valueOf(row.getString("outcome")),
                new Element(row.getString("kind"), row.getString("element")),
                new Place(
                        row.getString("file"),
                        row.getString("sheet"),
                        row.getObject("line", Integer.class),
                        row.getObject("col", Integer.class),
                        row.getString("pointer")),
                row.getString("reason"));
    }

    private static <T extends @Nullable Object> T[] column(
            List<ImportRow> rows, Function<ImportRow, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
