package dev.skillladder.assessment.review;

import org.jspecify.annotations.Nullable;

/** Why a review is taken back. */
record Withdrawal(@Nullable String reason) {}
