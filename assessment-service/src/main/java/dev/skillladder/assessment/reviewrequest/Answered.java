package dev.skillladder.assessment.reviewrequest;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a review found waiting when it was submitted.
 *
 * @param conflict a conflict of interest is declared, so the review must be refused
 * @param asked a request is answered by the review
 * @param cycle the running cycle that asked, null outside a cycle
 * @param reviewer who was asked, if somebody answers in their place
 */
public record Answered(
        boolean conflict,
        boolean asked,
        @Nullable UUID cycle,
        @Nullable UUID reviewer) {}
