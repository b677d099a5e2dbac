package dev.skillladder.assessment.estimate;

import dev.skillladder.assessment.observation.PersonSkill;
import dev.skillladder.engine.Estimate;

/** An estimate as stored; {@code frameworkVersion} is the version whose parameters were used. */
public record StoredEstimate(PersonSkill about, int frameworkVersion, Estimate estimate) {}
