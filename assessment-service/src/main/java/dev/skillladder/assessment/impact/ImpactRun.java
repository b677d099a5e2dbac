package dev.skillladder.assessment.impact;

import dev.skillladder.contract.assessment.ImpactReported.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a draft over everybody.
 *
 * @param version number the draft would get
 * @param asOf the day it is computed for, null until it starts
 * @param reached the last person looked at, in id order
 */
record ImpactRun(
        UUID id,
        String framework,
        UUID draft,
        long draftRevision,
        int version,
        State state,
        @Nullable LocalDate asOf,
        UUID reached,
        long total,
        long done,
        long rises,
        long falls,
        long insufficient,
        @Nullable String failure,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
