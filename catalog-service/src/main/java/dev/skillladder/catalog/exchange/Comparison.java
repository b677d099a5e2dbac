package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.exchange.ImportRow.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What a file would change: refused rows first, then every element in the order of the result, then what goes away. */
final class Comparison {

    private final Reading reading;
    private final String file;
    private final List<ImportRow> rows = new ArrayList<>();

    private Comparison(Reading reading, String file) {
        this.reading = reading;
        this.file = file;
    }

    static List<ImportRow> of(ObjectNode before, ObjectNode after, Reading reading, String file) {
        Comparison comparison = new Comparison(reading, file);
        reading.refused()
                .forEach(refused ->
                        comparison.add(Outcome.REFUSED, refused.element(), refused.place(), refused.reason()));
        comparison.differences(Elements.of(before), Elements.of(after));
        return comparison.rows;
    }

    private void differences(Map<Element, Elements.Located> before, Map<Element, Elements.Located> after) {
        after.forEach((element, now) -> {
            Elements.Located old = before.get(element);
            if (old == null) {
                add(Outcome.ADDED, element, place(element), null);
            } else if (!old.content().equals(now.content())) {
                add(Outcome.CHANGED, element, place(element), null);
            } else if (reading.found().containsKey(element)) {
                add(Outcome.UNCHANGED, element, place(element), null);
            }
        });
        before.keySet().stream()
                .filter(element -> !after.containsKey(element))
                .forEach(element -> add(Outcome.REMOVED, element, place(element), null));
    }

    private Place place(Element element) {
        return reading.found().getOrDefault(element, new Place(file, null, null, null, null));
    }

    private void add(Outcome outcome, Element element, Place place, @Nullable String reason) {
        rows.add(new ImportRow(rows.size() + 1, outcome, element, place, reason));
    }
}
