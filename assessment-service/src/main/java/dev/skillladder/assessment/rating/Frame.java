package dev.skillladder.assessment.rating;

import dev.skillladder.assessment.knownframework.Rateable;
import java.time.LocalDate;

/** Under which version and for which day ratings were found good. */
public record Frame(String framework, int version, LocalDate observedOn, Rateable rateable) {}
