package dev.skillladder.assessment.cycle;

import dev.skillladder.contract.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cycle as HR sends it. Of an edit, {@code framework}, {@code from}, {@code self} and {@code manager} cannot differ once
 * the cycle has begun.
 *
 * @param frameworkVersion the newest by default
 * @param from today by default
 * @param due {@code to} by default
 * @param subteams true by default, as are {@code self} and {@code manager}
 * @param peers 0 by default
 * @param remindDaysBefore 7 by default
 * @param reason of an edit
 */
record NewCycle(
        @Nullable Text name,
        @Nullable String framework,
        @Nullable Integer frameworkVersion,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate due,
        @Nullable List<@Nullable UUID> teams,
        @Nullable Boolean subteams,
        @Nullable List<@Nullable String> roles,
        @Nullable List<@Nullable UUID> people,
        @Nullable List<@Nullable UUID> leftOut,
        @Nullable Boolean self,
        @Nullable Boolean manager,
        @Nullable Integer peers,
        @Nullable Integer remindDaysBefore,
        @Nullable String reason) {}
