package dev.skillladder.catalog.exchange;

import dev.skillladder.catalog.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What a reader met in a file: elements it took over, and places it refused. */
public final class Reading {

    /** More problems than anybody repairs one by one; the file is probably of another format. */
    private static final int MOST_REFUSALS = 10_000;

    /** More elements than fit a document of 16 MB. */
    private static final int MOST_ELEMENTS = 300_000;

    private final Map<Element, Place> found = new LinkedHashMap<>();
    private final List<Refused> refused = new ArrayList<>();

    /** Remembers where an element comes from; false if the file had it before. */
    public boolean found(Element element, Place place) {
        boolean first = found.putIfAbsent(element, place) == null;
        if (found.size() > MOST_ELEMENTS) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "file-too-long",
                    "The file has more than %,d rows. Split it into several imports.".formatted(MOST_ELEMENTS));
        }
        return first;
    }

    /** Whether the file had the element already. */
    public boolean has(Element element) {
        return found.containsKey(element);
    }

    /** Whether nothing was taken over and nothing refused. */
    public boolean isEmpty() {
        return found.isEmpty() && refused.isEmpty();
    }

    /** Refuses one element with what to do about it. */
    public void refuse(Element element, Place place, String reason) {
        if (refused.size() == MOST_REFUSALS) {
            throw new Refusal(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "too-many-problems",
                    "More than %,d rows cannot be read; the first: %s. Is this the right format and part?"
                            .formatted(MOST_REFUSALS, refused.getFirst().reason()));
        }
        refused.add(new Refused(element, place, reason));
    }

    Map<Element, Place> found() {
        return found;
    }

    List<Refused> refused() {
        return refused;
    }

    /** A place that was not taken over. */
    record Refused(Element element, Place place, String reason) {}
}
