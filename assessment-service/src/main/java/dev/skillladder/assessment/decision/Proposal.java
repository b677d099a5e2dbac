package dev.skillladder.assessment.decision;

import dev.skillladder.contract.Text;
import dev.skillladder.contract.assessment.LevelComputed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose level a person should decide.
 *
 * @param name null once the person's data was erased
 * @param override a person confirmed another level than was verified then
 * @param frozen the person contests a line; nothing can be decided until that is
 * @param since when the verified level became what it is
 */
record Proposal(
        UUID engineer,
        @Nullable Text name,
        String framework,
        int frameworkVersion,
        String role,
        LocalDate asOf,
        LevelComputed.State state,
        @Nullable String verified,
        @Nullable String possible,
        @Nullable String confirmed,
        boolean override,
        @Nullable Double pLow,
        @Nullable Double pHigh,
        Instant since,
        boolean frozen) {}
