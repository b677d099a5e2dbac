package dev.skillladder.contract.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One submitted review or piece of evidence, 1-60 ratings. Topic {@code assessment.observations}, key {@code engineer},
 * kept for ever. An observation's id is (event id, skill). It holds no free text, so nothing in it needs erasing.
 *
 * @param engineer whose skills are rated
 * @param kind who says so
 * @param source id of the rater, or of the item for {@link Kind#EVIDENCE}; lower-case UUID, or the external item's id
 * @param origin id of the review or item in assessment-service, or of the external event
 * @param framework slug; {@code frameworkVersion} is the version whose scale and skills the rater saw
 * @param observedOn UTC day the ratings speak of
 * @param recordedAt when the server accepted them
 * @param revision 1 for the first statement of this origin, higher for corrections and withdrawals
 */
public record ObservationsRecorded(
        UUID engineer,
        Kind kind,
        String source,
        String origin,
        String framework,
        int frameworkVersion,
        LocalDate observedOn,
        Instant recordedAt,
        long revision,
        List<Rating> ratings) {

    public static final String TYPE = "dev.skillladder.assessment.observations-recorded.v1";

    /** Most ratings in one event. */
    public static final int MAX_RATINGS = 60;

    /**
     * One rating.
     *
     * @param value proficiency on the framework's scale; what was withdrawn keeps its value
     * @param quality q in (0, 1]
     * @param validUntil last day evidence counts, null for ever
     * @param retracted the source takes this rating back
     */
    public record Rating(
            String skill,
            double value,
            double quality,
            @Nullable LocalDate validUntil,
            boolean retracted) {}
}
