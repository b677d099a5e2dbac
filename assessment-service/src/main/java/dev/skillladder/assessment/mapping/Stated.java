package dev.skillladder.assessment.mapping;

import dev.skillladder.engine.Observation;

/** An observation as it was made: {@code frameworkVersion} is the version whose skill and scale its source saw. */
public record Stated(int frameworkVersion, Observation observation) {}
