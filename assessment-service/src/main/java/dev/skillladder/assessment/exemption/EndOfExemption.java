package dev.skillladder.assessment.exemption;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sends who ends an exemption early.
 *
 * @param lastDay null for yesterday: from today the skill counts again
 */
record EndOfExemption(@Nullable LocalDate lastDay, @Nullable String reason) {}
