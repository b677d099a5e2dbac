package dev.skillladder.assessment.freshness;

import dev.skillladder.contract.Text;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A skill of a person of which something runs out soon.
 *
 * @param name null once the person's data was erased
 * @param on the day
 * @param why UNKNOWN: too little is left from that day on; EVIDENCE: a piece of evidence in it no longer counts
 * @param unknownOn first day on which it is UNKNOWN if nobody says anything more
 * @param newest day the newest voice speaks of
 */
record RunsOut(
        UUID engineer,
        @Nullable Text name,
        String framework,
        String role,
        String skill,
        Text skillName,
        LocalDate on,
        Why why,
        LocalDate unknownOn,
        @Nullable LocalDate expiresOn,
        LocalDate newest) {

    /** What runs out. */
    enum Why {
        /** Too little, or too old: it becomes UNKNOWN on that day. */
        UNKNOWN,
        /** Evidence counts no longer from that day on; enough is left for a while. */
        EVIDENCE
    }
}
