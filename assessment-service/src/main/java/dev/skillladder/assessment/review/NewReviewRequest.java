package dev.skillladder.assessment.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom to ask about whom. */
record NewReviewRequest(@Nullable UUID subject, @Nullable List<@Nullable UUID> reviewers) {}
