package dev.skillladder.catalog.exchange.table;

import org.jspecify.annotations.Nullable;

/** A cell that makes its row unusable. */
final class CellRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Column column;

    CellRefused(@Nullable Column column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    @Nullable Column column() {
        return column;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
