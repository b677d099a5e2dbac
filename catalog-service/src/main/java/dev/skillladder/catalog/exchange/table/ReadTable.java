package dev.skillladder.catalog.exchange.table;

import dev.skillladder.catalog.exchange.Element;
import dev.skillladder.catalog.exchange.Place;
import dev.skillladder.catalog.exchange.Reading;
import dev.skillladder.catalog.exchange.Sketch;
import dev.skillladder.catalog.problem.Refusal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works one table, row by row, into a sketch; the first row is the header. */
final class ReadTable {

    private final Table table;
    private final Sketch sketch;
    private final Reading reading;
    private final String file;
    private final @Nullable String sheet;
    private final Map<Column, Integer> header = new EnumMap<>(Column.class);

    ReadTable(Table table, Sketch sketch, Reading reading, String file, @Nullable String sheet) {
        this.table = table;
        this.sketch = sketch;
        this.reading = reading;
        this.file = file;
        this.sheet = sheet;
    }

    /** The next row. */
    void row(int number, List<String> cells) {
        Place place = Place.row(file, sheet, number);
        if (header.isEmpty()) {
            header(cells, place);
            return;
        }
        Line line = new Line(header, cells, place);
        if (!line.isBlank()) {
            take(line);
        }
    }

    /** Refuses a row that is unreadable before it comes to its meaning. */
    void refuse(int number, int column, String reason) {
        reading.refuse(
                new Element(table.part().query(), ""),
                Place.row(file, sheet, number).column(column),
                reason);
    }

    private void header(List<String> cells, Place place) {
        for (int index = 0; index < cells.size(); index++) {
            String name = cells.get(index);
            Optional<Column> column = Column.of(name).filter(table.columns()::contains);
            if (column.isPresent() && header.putIfAbsent(column.get(), index) == null) {
                continue;
            }
            if (!name.isBlank()) {
                reading.refuse(
                        new Element(table.part().query(), ""),
                        place.column(index + 1),
                        "Column '%s' is unknown or there twice; known are %s."
                                .formatted(name, Column.headers(table.columns(), Column::named)));
            }
        }
        if (!header.keySet().containsAll(table.keys())) {
            throw Refusal.badRequest(
                    "header-missing",
                    "%s: the first row must name the columns %s, and may name %s."
                            .formatted(
                                    sheet == null ? file : file + ", " + sheet,
                                    Column.headers(table.keys(), Column::named),
                                    Column.headers(table.columns(), Column::named)));
        }
    }

    private void take(Line line) {
        Element element = new Element(table.part().query(), "");
        try {
            element = table.element(line);
            if (reading.has(element)) {
                throw new CellRefused(table.keys().getFirst(), "The file has " + element.id() + " twice.");
            }
            table.take(line, sketch);
            reading.found(element, line.place());
        } catch (CellRefused refused) {
            Integer index = refused.column() == null ? null : header.get(refused.column());
            reading.refuse(element, index == null ? line.place() : line.place().column(index + 1), refused.reason());
        }
    }
}
