package dev.skillladder.assessment.delegation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who reviews in whose place, and when.
 *
 * @param manager the caller by default; HR may name a manager who cannot do it
 */
record NewDelegation(
        @Nullable UUID manager,
        @Nullable UUID delegate,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String reason) {}
