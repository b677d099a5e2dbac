package dev.skillladder.assessment.knownengineer;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody as of a day: lines and roles are dated. */
public record PersonOnDay(UUID engineer, LocalDate day) {}
