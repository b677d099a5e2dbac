package dev.skillladder.assessment.programme;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whom to check, by what was seen.
 *
 * @param asOf day of the check, null for today
 * @param observations as {@code evaluate} takes them
 */
record NewCheck(
        @Nullable UUID engineer,
        @Nullable LocalDate asOf,
        @Nullable JsonNode observations) {}
