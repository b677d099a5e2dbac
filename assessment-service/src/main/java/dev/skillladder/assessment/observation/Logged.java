package dev.skillladder.assessment.observation;

import dev.skillladder.engine.Observation;

/**
 * A row of the log.
 *
 * @param origin the review, item or external event it comes from
 * @param frameworkVersion whose scale the rater saw
 */
record Logged(PersonSkill about, int frameworkVersion, String origin, Observation observation) {}
