package dev.skillladder.assessment.blindness;

import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.util.UUID;

/** What was recorded of this kind about this person in this time is as good as not said, to one reader. */
record Hidden(UUID engineer, Kind kind, Instant from, Instant until) {

    /** Before everything that was ever recorded here. */
    static final Instant EVER = Instant.EPOCH;

    /** After everything. */
    static final Instant ON = Instant.parse("9999-12-31T00:00:00Z");

    boolean covers(UUID person, Kind said, Instant recordedAt) {
        return kind == said && engineer.equals(person) && !recordedAt.isBefore(from) && recordedAt.isBefore(until);
    }
}
