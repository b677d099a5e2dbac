package dev.skillladder.assessment.reviewrequest;

import dev.skillladder.contract.assessment.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask about whom.
 *
 * @param kind PEER by default, or MANAGER
 * @param dueOn in a running cycle its last day by default, else none
 */
record NewReviewRequest(
        @Nullable UUID subject,
        @Nullable Kind kind,
        @Nullable List<@Nullable UUID> reviewers,
        @Nullable LocalDate dueOn) {}
