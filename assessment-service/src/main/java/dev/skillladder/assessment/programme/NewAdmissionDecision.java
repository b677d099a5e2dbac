package dev.skillladder.assessment.programme;

import dev.skillladder.assessment.programme.Admission.Outcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was decided; {@code mentor} only counts for somebody who is admitted. */
record NewAdmissionDecision(
        @Nullable Outcome outcome,
        @Nullable String reason,
        @Nullable UUID mentor) {}
