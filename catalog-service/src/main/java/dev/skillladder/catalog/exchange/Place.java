package dev.skillladder.catalog.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a file: by row and column in tables, by pointer in JSON.
 *
 * @param row from 1, the header included
 * @param column from 1
 * @param pointer RFC 6901
 */
public record Place(
        String file,
        @Nullable String sheet,
        @Nullable Integer row,
        @Nullable Integer column,
        @Nullable String pointer) {

    /** A row of a table. */
    public static Place row(String file, @Nullable String sheet, int row) {
        return new Place(file, sheet, row, null, null);
    }

    /** A value of a JSON file. */
    public static Place at(String file, String pointer) {
        return new Place(file, null, null, null, pointer);
    }

    /** A cell of this row. */
    public Place column(int column) {
        return new Place(file, sheet, row, column, pointer);
    }
}
