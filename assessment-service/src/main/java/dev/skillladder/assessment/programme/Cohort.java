package dev.skillladder.assessment.programme;

import dev.skillladder.contract.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** People who start the programme of a framework version together. */
record Cohort(
        UUID id,
        String framework,
        int frameworkVersion,
        String programme,
        Text name,
        LocalDate startsOn,
        String createdBy,
        Instant createdAt) {}
