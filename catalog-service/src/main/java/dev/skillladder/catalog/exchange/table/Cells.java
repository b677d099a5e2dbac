package dev.skillladder.catalog.exchange.table;

import dev.skillladder.contract.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What drafts may lack, as cells. */
final class Cells {

    private Cells() {}

    static <T> Stream<T> there(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream().filter(Objects::nonNull);
    }

    static Text both(@Nullable Text text) {
        return text == null ? new Text("", "") : text;
    }

    static @Nullable String stripped(@Nullable String value) {
        return value == null ? null : value.strip();
    }
}
