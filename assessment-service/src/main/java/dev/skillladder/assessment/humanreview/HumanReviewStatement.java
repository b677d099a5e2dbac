package dev.skillladder.assessment.humanreview;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether only people judge somebody.
 *
 * @param own the person said so, not HR; null if nobody ever said anything, as are the following
 */
record HumanReviewStatement(
        UUID engineer,
        boolean humanOnly,
        @Nullable Boolean own,
        @Nullable String reason,
        @Nullable String statedBy,
        @Nullable Instant recordedAt) {}
