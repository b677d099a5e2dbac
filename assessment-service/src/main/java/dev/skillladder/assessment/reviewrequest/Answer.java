package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.contract.assessment.Kind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review that may answer a request.
 *
 * @param reviewer who was to answer: the rater, or whom the rater stands in for
 * @param framework a cycle's self or manager review must speak of the cycle's framework
 */
public record Answer(
        UUID review,
        UUID reviewer,
        UUID subject,
        Kind kind,
        @Nullable String framework) {}
