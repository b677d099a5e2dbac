package dev.skillladder.assessment.transfer;

import dev.skillladder.contract.Text;
import org.jspecify.annotations.Nullable;

/**
 * A role a person could move to.
 *
 * @param verified level the person would land on today, null for none
 * @param missing requirements of the level above that one that are not met
 */
record TransferSummary(
        String role,
        Text name,
        boolean stated,
        @Nullable String verified,
        @Nullable String possible,
        @Nullable String next,
        int missing) {}
