package dev.skillladder.assessment.transfer;

import dev.skillladder.contract.Text;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who could take an open role, with what the data says; whom to ask is people's to decide.
 *
 * @param name null once the person's data was erased
 * @param role now, as {@code confirmed}
 * @param verified level they would land on today, null for none
 * @param pLow P_low of the level that is open, {@code pHigh} likewise
 * @param missingImportance what that level still lacks
 * @param missingMustHaves skills without which it cannot be held
 */
record Candidate(
        UUID engineer,
        @Nullable Text name,
        String role,
        @Nullable String confirmed,
        @Nullable String verified,
        @Nullable String possible,
        double pLow,
        double pHigh,
        int missingImportance,
        List<String> missingMustHaves) {}
