package dev.skillladder.assessment.level;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What a named person decided about a level.
 *
 * @param override it was not the level that the observations verified when it was decided
 * @param validFrom first day it counts
 */
public record ConfirmedLevel(String level, boolean override, LocalDate validFrom, UUID decidedBy) {}
