package dev.skillladder.engine;

import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One immutable fact: who said or showed what about one skill of one person, when.
 *
 * @param kind what the source was to the person on {@code observedOn}
 * @param source id of the rater, or of the item for {@link Kind#EVIDENCE}
 * @param value proficiency on the framework's scale
 * @param observedOn UTC day it speaks of
 * @param recordedAt when the server accepted it
 * @param quality q in (0, 1]
 * @param revision higher revisions of a day replace lower ones
 * @param eventId breaks ties between equal revisions; compared as lower-case text
 * @param retracted the source takes back what it said on {@code observedOn}
 * @param validUntil last day {@link Kind#EVIDENCE} counts, null for ever; means nothing for other kinds
 */
public record Observation(
        Kind kind,
        String source,
        double value,
        LocalDate observedOn,
        Instant recordedAt,
        double quality,
        long revision,
        String eventId,
        boolean retracted,
        @Nullable LocalDate validUntil) {

    public Observation {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be a number, not " + value);
        }
        if (!(quality > 0 && quality <= 1)) {
            throw new IllegalArgumentException("quality must be above 0 and at most 1, not " + quality);
        }
        eventId = eventId.toLowerCase(Locale.ROOT);
    }

    /** Evidence past its last day. */
    boolean expired(LocalDate asOf) {
        return kind == Kind.EVIDENCE && validUntil != null && validUntil.isBefore(asOf);
    }
}
