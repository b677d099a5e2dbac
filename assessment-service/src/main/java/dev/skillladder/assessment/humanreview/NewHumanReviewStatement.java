package dev.skillladder.assessment.humanreview;

import org.jspecify.annotations.Nullable;

/** What the person or HR sends. */
record NewHumanReviewStatement(
        @Nullable Boolean humanOnly, @Nullable String reason) {}
