package dev.skillladder.assessment.reviewdraft;

import dev.skillladder.contract.assessment.Kind;
import java.time.Instant;
import java.util.UUID;

/** A draft in the list: go on with it at its own address. */
record DraftItem(
        UUID subject,
        Kind kind,
        String framework,
        int frameworkVersion,
        long revision,
        Instant updatedAt,
        int answered) {}
