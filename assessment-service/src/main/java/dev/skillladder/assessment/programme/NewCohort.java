package dev.skillladder.assessment.programme;

import dev.skillladder.contract.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What HR opens: a cohort of the newest version's programme. */
record NewCohort(
        @Nullable String framework,
        @Nullable Text name,
        @Nullable LocalDate startsOn) {}
