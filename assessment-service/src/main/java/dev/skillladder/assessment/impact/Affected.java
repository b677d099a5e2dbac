package dev.skillladder.assessment.impact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person under the draft.
 *
 * @param team of today, null without one
 * @param before verified level now, null for none
 * @param after verified level under the draft, null for none
 * @param cause null if nothing changes
 */
record Affected(
        UUID engineer,
        @Nullable UUID team,
        String role,
        Change change,
        @Nullable String before,
        @Nullable String after,
        @Nullable Cause cause) {}
