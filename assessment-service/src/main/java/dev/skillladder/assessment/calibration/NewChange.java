package dev.skillladder.assessment.calibration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rater or the lead sends. */
record NewChange(
        @Nullable UUID engineer,
        @Nullable String skill,
        @Nullable UUID rater,
        @Nullable Double value,
        @Nullable String reason) {}
