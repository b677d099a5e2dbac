/** The append-only log of observations: taken in exactly once from its topic, read by skill, by person and by page. */
@NullMarked
package dev.skillladder.assessment.observation;

import org.jspecify.annotations.NullMarked;
