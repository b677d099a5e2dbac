package dev.skillladder.assessment.cycle;

import dev.skillladder.contract.Text;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The cycle that a person takes part in now.
 *
 * @param to its last day, included
 */
public record RunningCycle(UUID id, Text name, String framework, int frameworkVersion, LocalDate from, LocalDate to) {}
