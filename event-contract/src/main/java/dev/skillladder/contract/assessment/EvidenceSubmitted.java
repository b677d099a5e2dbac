package dev.skillladder.contract.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Evidence from an external system, for example a certificate issuer. Topic {@code assessment.evidence}, key
 * {@code engineer}. Whatever else the record claims, it becomes an observation of kind EVIDENCE with the quality of
 * unverified evidence, recorded when the broker appended it. The item's id is scoped by the event's {@code ce_source}.
 *
 * @param item the producer's id of the certificate, contribution …, at most 200 characters
 * @param frameworkVersion version whose scale the values use
 * @param observedOn UTC day it was shown, not after the append day
 * @param validUntil last day it counts, null for ever
 * @param revision higher revisions of an item replace lower ones
 * @param ratings 1-60
 */
public record EvidenceSubmitted(
        UUID engineer,
        String item,
        String framework,
        int frameworkVersion,
        LocalDate observedOn,
        @Nullable LocalDate validUntil,
        long revision,
        List<Rating> ratings) {

    public static final String TYPE = "dev.skillladder.assessment.evidence-submitted.v1";

    /** A proficiency that the item demonstrates; {@code retracted} takes it back. */
    public record Rating(String skill, double value, boolean retracted) {}
}
