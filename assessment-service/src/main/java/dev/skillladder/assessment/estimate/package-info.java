/** Estimates as they are stored, one per person and skill, and the rules they are computed with. */
@NullMarked
package dev.skillladder.assessment.estimate;

import org.jspecify.annotations.NullMarked;
